package lab.nginx.generate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** Sends requests to the real ports, or all of them to one group. */
final class TargetRewrite {
  private static final Set<String> PASSES =
      Set.of(
          "proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass");
  private static final Set<String> REDIRECTS =
      Set.of("return", "rewrite", "error_page", "proxy_redirect");
  private static final Pattern ONE_VARIABLE = Pattern.compile("\\$\\{?([A-Za-z0-9_]+)}?");
  private static final Set<String> TABLES = Set.of("map", "split_clients", "geo");

  private final Draft draft;
  private final Set<String> groups = new TreeSet<>();
  private final Set<String> done = new LinkedHashSet<>();

  TargetRewrite(Draft draft) {
    this.draft = draft;
    for (var placed : draft.named("upstream")) {
      placed.statement().args().stream().findFirst().ifPresent(word -> groups.add(word.text()));
    }
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
        move(args.getFirst(), Target.parse(args.getFirst().text()));
      } else if (name.equals("proxy_pass") && draft.options().upstream().isPresent()) {
        override(args.getFirst(), draft.options().upstream().get());
      } else if (PASSES.contains(name)) {
        pass(args.getFirst());
      } else if (REDIRECTS.contains(name)) {
        args.stream()
            .filter(word -> word.text().startsWith("http://"))
            .forEach(word -> move(word, Target.parse(word.text())));
      }
    }
  }

  private void requireGroup(String group) {
    if (!groups.contains(group)) {
      var main = draft.configuration().main();
      draft
          .refusals()
          .add(
              new Span(main, 0, 0),
              "there is no upstream \"" + group + "\" to send every request to",
              groups.isEmpty()
                  ? "declare it: upstream " + group + " { server 127.0.0.1:PORT; }"
                  : "declare it, or name one of " + String.join(", ", groups));
    }
  }

  private void override(Word word, String group) {
    var target = Target.parse(word.text());
    if (target.isEmpty()) {
      draft.edits().replace(word, "http://" + group);
    } else if (target.get().hasVariable() && hidesUri(target.get())) {
      draft
          .refusals()
          .add(
              word.span(),
              "variables decide where this goes and with which URI",
              "write the group's name here: proxy_pass http://" + group + ";");
    } else {
      draft.edits().replace(word, target.get().to(group).toString());
    }
  }

  /** Whether the URI depends on the variables too, so that a name would change its meaning. */
  private static boolean hidesUri(Target target) {
    return target.scheme().isEmpty() || !target.rest().isEmpty();
  }

  private void pass(Word word) {
    var target = Target.parse(word.text());
    if (target.isEmpty() || !draft.options().movesPorts()) {
      return;
    }
    if (!target.get().hasVariable()) {
      move(word, target);
      return;
    }
    var variable = ONE_VARIABLE.matcher(target.get().authority());
    if (variable.matches()) {
      moveValues(variable.group(1), word);
    } else {
      refuse(word);
    }
  }

  private void refuse(Word word) {
    draft
        .refusals()
        .add(
            word.span(),
            "the ports are other ones here, and a port may hide in these variables",
            "let one variable hold a whole literal target, or name an upstream");
  }

  /** Moves the ports in every value that a variable can have, all of which must be literal. */
  private void moveValues(String variable, Word use) {
    if (!done.add(variable)) {
      return;
    }
    boolean defined = false;
    for (var placed : draft.statements()) {
      var statement = placed.statement();
      if (placed.is("set")
          && statement.args().size() == 2
          && names(statement.args().getFirst(), variable)) {
        defined = true;
        moveValue(statement.args().get(1), use);
      } else if (table(placed) && names(statement.args().getLast(), variable)) {
        defined = true;
        rows(statement).forEach(row -> moveValue(row.args().getLast(), use));
      }
    }
    if (!defined) {
      refuse(use);
    }
  }

  private void moveValue(Word value, Word use) {
    if (value.text().indexOf('$') >= 0) {
      var variable = ONE_VARIABLE.matcher(value.text());
      if (variable.matches()) {
        moveValues(variable.group(1), use);
      } else {
        refuse(value);
      }
    } else {
      move(value, Target.parse(value.text()));
    }
  }

  private void move(Word word, Optional<Target> target) {
    if (target.isEmpty() || target.get().hasVariable()) {
      return;
    }
    var address = Address.parse(target.get().authority());
    int port = address.port().orElse(80);
    int real = draft.options().real(port);
    if (address.loopback() && real != port) {
      draft.edits().replace(word, target.get().to(address.at(real).toString()).toString());
    }
  }

  private static boolean table(Placed placed) {
    return placed.context().isPresent()
        && TABLES.contains(placed.statement().name().text())
        && !placed.statement().args().isEmpty();
  }

  private static List<Directive> rows(Directive table) {
    return table.block().stream()
        .flatMap(block -> block.directives().stream())
        .filter(row -> !row.args().isEmpty())
        .toList();
  }

  private static boolean names(Word word, String variable) {
    return word.text().equals("$" + variable);
  }
}
