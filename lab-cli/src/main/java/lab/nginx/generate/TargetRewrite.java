package lab.nginx.generate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.nginx.grammar.Context;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** Sends requests to the real ports, or all of them to one group. */
final class TargetRewrite {
  /** The statements that pass a request on to what their first word names. */
  static final Set<String> PASSES =
      Set.of(
          "proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass");

  private static final int HTTP = 80;

  /** {@code unix:}, a path, and perhaps a URI. */
  private static final Pattern SOCKET = Pattern.compile("\\w+://unix:[^:$]*(?::([^$]*))?");

  private final Draft draft;
  private final Target.Groups groups;
  private final Variables variables;

  TargetRewrite(Draft draft) {
    this.draft = draft;
    this.groups = Target.Groups.of(draft.statements());
    this.variables = Variables.of(draft.statements());
  }

  void apply() {
    draft.options().upstream().ifPresent(this::requireGroup);
    for (var placed : draft.statements()) {
      var args = placed.statement().args();
      if (args.isEmpty() || placed.context().isEmpty()) {
        continue;
      }
      var name = placed.statement().name().text();
      if (name.equals("server") && placed.in(Context.UPSTREAM)) {
        Target.parse(args.getFirst().text()).ifPresent(target -> move(args.getFirst(), target));
      } else if (name.equals("proxy_pass") && draft.options().upstream().isPresent()) {
        override(args.getFirst(), draft.options().upstream().get());
      } else if (PASSES.contains(name) && draft.options().movesPorts()) {
        Target.parse(args.getFirst().text()).ifPresent(target -> pass(args.getFirst(), target));
      }
    }
  }

  private void requireGroup(String group) {
    if (!groups.names().contains(group)) {
      draft.refuse(
          new Span(draft.configuration().main(), 0, 0),
          "there is no upstream \"" + group + "\" to send every request to",
          groups.names().isEmpty()
              ? "declare it: upstream " + group + " { server 127.0.0.1:PORT; }"
              : "declare it, or name one of " + String.join(", ", groups.names()));
    }
  }

  private void override(Word word, String group) {
    var socket = SOCKET.matcher(word.text());
    var target = Target.parse(word.text()).filter(this::keepsItsUri);
    if (socket.matches()) {
      draft
          .edits()
          .replace(word, "http://" + group + Optional.ofNullable(socket.group(1)).orElse(""));
    } else if (target.isPresent()) {
      boolean hidden = target.get().scheme().isEmpty() && target.get().hasVariable();
      draft.edits().replace(word, (hidden ? "http://" : "") + target.get().to(group));
    } else {
      draft.refuse(
          word.span(),
          "variables decide where this goes, and may decide with which URI",
          "write the group's name here: proxy_pass http://" + group + ";");
    }
  }

  /** Whether a name in place of the authority leaves the URI as it is. */
  private boolean keepsItsUri(Target target) {
    if (!target.hasVariable()) {
      return true;
    }
    if (target.scheme().isEmpty()) {
      return target.rest().isEmpty()
          && variables
              .literals(target.authority())
              .filter(values -> values.stream().allMatch(TargetRewrite::onlyWhere))
              .isPresent();
    }
    // nginx puts a literal URI in the place of the location's prefix, but sends one that stands
    // beside a variable as it is
    boolean sameKind = target.rest().isEmpty() || target.rest().indexOf('$') >= 0;
    return sameKind && variables.allIn(target.authority(), TargetRewrite::withoutUri);
  }

  /** Whether it is a scheme and an authority, and nothing else. */
  private static boolean onlyWhere(Word value) {
    return Target.parse(value.text())
        .filter(one -> !one.scheme().isEmpty() && one.rest().isEmpty() && !one.hasVariable())
        .isPresent();
  }

  /** Whether it is an authority or a part of one. */
  private static boolean withoutUri(Word value) {
    return value.text().chars().noneMatch(c -> "/?#$".indexOf(c) >= 0);
  }

  private void pass(Word word, Target target) {
    if (!target.hasVariable()) {
      move(word, target);
      return;
    }
    var values = variables.literals(target.authority());
    if (values.isEmpty()) {
      refuse(word);
    }
    for (var value : values.orElse(List.of())) {
      var moved = Target.parse(value.text());
      if (moved.filter(Target::hasVariable).isPresent()) {
        refuse(value);
      } else {
        moved.ifPresent(one -> move(value, one));
      }
    }
  }

  private void refuse(Word word) {
    draft.refuse(
        word.span(),
        "the ports are other ones here, and a port may hide in these variables",
        "let one variable hold a whole literal target, or name an upstream");
  }

  private void move(Word word, Target target) {
    var address = Address.parse(target.authority());
    int port = address.port().orElse(HTTP);
    int real = draft.options().real(port);
    if (real == port || groups.contains(target.authority())) {
      return;
    }
    if (address.here()) {
      draft.edits().replace(word, target.to(address.at(real).toString()).toString());
    } else if (address.isName()) {
      draft.refuse(
          word.span(),
          "\"%s\" may be this machine, where port %d is another one"
              .formatted(target.authority(), port),
          "write 127.0.0.1:" + port);
    }
  }
}
