package lab.nginx.routing.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Step;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.doubt.Numbers;
import lab.nginx.routing.notation.Escapes;
import lab.nginx.routing.notation.Statuses;
import lab.nginx.routing.pattern.BytePattern;
import lab.nginx.routing.pattern.Match;
import lab.nginx.routing.site.Scope;
import lab.nginx.routing.site.Template;
import lab.nginx.syntax.Directive;

/**
 * Runs {@code set}, {@code if}, {@code rewrite}, {@code break} and {@code return} of one block, in
 * file order.
 *
 * <p>Source: nginx, {@code ngx_http_rewrite_module.c} and {@code ngx_http_script.c}.
 */
final class RewritePhase {
  /** A status below it is an answer, which no {@code error_page} replaces. */
  private static final int FIRST_ERROR = 400;

  private final Exchange exchange;
  private final Variables variables;
  private final Conditions conditions;

  /** Whether captures are escaped when the path was: until the first rewrite. */
  private boolean quoting = true;

  RewritePhase(Exchange exchange, Variables variables, Conditions conditions) {
    this.exchange = exchange;
    this.variables = variables;
    this.conditions = conditions;
  }

  /** Runs a block; empty when the request goes on to the next phase. */
  Optional<Turn> run(Scope block) {
    return run(block, block.statement().is("server")) instanceof Flow.Ends(Turn turn)
        ? Optional.of(turn)
        : Optional.empty();
  }

  /** How a statement leaves the block. */
  private sealed interface Flow {
    record Next() implements Flow {}

    record Stop() implements Flow {}

    record Ends(Turn turn) implements Flow {}
  }

  private Flow run(Scope block, boolean inServer) {
    for (var statement : block.statements()) {
      var flow =
          switch (statement.name().text()) {
            case "set" -> set(statement);
            case "break" -> stop();
            case "return" -> giveBack(statement);
            case "rewrite" -> rewrite(statement);
            case "if" -> condition(block.inner(statement), inServer);
            default -> new Flow.Next();
          };
      if (!(flow instanceof Flow.Next)) {
        return flow;
      }
    }
    return new Flow.Next();
  }

  private Flow set(Directive statement) {
    var variable = statement.args().getFirst().text();
    if (!variable.startsWith("$")) {
      throw new CannotTell("nginx refuses to set \"" + variable + "\"");
    }
    var name = variable.substring(1).toLowerCase(Locale.ROOT);
    var value = quoted(Template.of(statement.args().get(1).text()));
    variables.set(name, value);
    exchange.note(Step.Kind.REWRITE, "set $" + name + " to \"" + value + "\"");
    return new Flow.Next();
  }

  private Flow stop() {
    exchange.locationHolds &= !exchange.pathChanged;
    exchange.pathChanged = false;
    return new Flow.Stop();
  }

  private Flow condition(Scope block, boolean inServer) {
    boolean holds = conditions.hold(block.statement());
    exchange.note(
        Step.Kind.REWRITE,
        "if " + Conditions.text(block.statement()) + (holds ? " holds" : " does not hold"));
    if (!holds) {
      return new Flow.Next();
    }
    if (!inServer) {
      exchange.enter(block);
    }
    return run(block, inServer);
  }

  private Flow giveBack(Directive statement) {
    var words = statement.args();
    var first = words.getFirst().text();
    if (words.size() == 1 && !first.matches("\\d+")) {
      return redirect(302, variables.evaluate(first));
    }
    int status = Numbers.read(first, 999);
    if (Statuses.redirects(status)) {
      return redirect(status, words.size() > 1 ? variables.evaluate(words.get(1).text()) : "");
    }
    if (words.size() > 1) {
      int sent = exchange.errorStatus.orElse(status);
      var body = variables.evaluate(words.get(1).text());
      return new Flow.Ends(
          new Turn.Sent(
              Statuses.haveBody(sent)
                  ? new Outcome.Text(sent, body)
                  : new Outcome.Status(sent, List.of(), "a " + sent + " has no body")));
    }
    if (status < FIRST_ERROR) {
      int sent = exchange.errorStatus.orElse(status);
      return new Flow.Ends(new Turn.Sent(new Outcome.Status(sent, List.of(), "return " + status)));
    }
    return new Flow.Ends(Turn.ended(status, "return " + status));
  }

  private Flow redirect(int status, String location) {
    exchange.redirect = Optional.of(location);
    return new Flow.Ends(Turn.ended(status, "return " + status));
  }

  private Flow rewrite(Directive statement) {
    var words = statement.args();
    var pattern = BytePattern.of(words.getFirst().text(), false);
    var replacement = words.get(1).text();
    if (replacement.isEmpty()) {
      throw new CannotTell("nginx refuses an empty replacement");
    }
    var flag = words.size() > 2 ? words.get(2).text() : "";
    boolean absolute =
        replacement.startsWith("http://")
            || replacement.startsWith("https://")
            || replacement.startsWith("$scheme");
    boolean redirects = absolute || flag.equals("redirect") || flag.equals("permanent");
    var match = pattern.find(exchange.path);
    if (match.isEmpty()) {
      exchange.captures = Match.NONE;
      return new Flow.Next();
    }
    variables.captured(match.get());
    if (redirects) {
      quoting = true;
      exchange.redirect = Optional.of(redirectTarget(replacement));
      return new Flow.Ends(
          Turn.ended(flag.equals("permanent") ? 301 : 302, "rewrite " + pattern.source()));
    }
    return change(replacement, flag, pattern);
  }

  private Flow change(String replacement, String flag, BytePattern pattern) {
    quoting = false;
    exchange.internal = true;
    exchange.asTyped = false;
    exchange.pathChanged = !flag.equals("break");
    exchange.locationHolds &= !flag.equals("break");
    boolean keepArgs = !replacement.endsWith("?");
    var text = keepArgs ? replacement : replacement.substring(0, replacement.length() - 1);
    var rewritten = new Rewritten(exchange, variables).of(Template.of(text));
    exchange.path = rewritten.path();
    var before = exchange.args;
    if (rewritten.args().isPresent()) {
      var added = rewritten.args().get();
      exchange.args = keepArgs && !before.isEmpty() ? added + "&" + before : added;
    } else if (!keepArgs) {
      exchange.args = "";
    }
    exchange.note(
        Step.Kind.REWRITE,
        "rewrite " + pattern.source() + " makes the path \"" + exchange.path + "\"");
    if (exchange.path.isEmpty()) {
      return new Flow.Ends(Turn.ended(500, "the rewritten path is empty"));
    }
    return flag.isEmpty() ? new Flow.Next() : new Flow.Stop();
  }

  private String redirectTarget(String replacement) {
    boolean keepArgs = !replacement.endsWith("?");
    var text = keepArgs ? replacement : replacement.substring(0, replacement.length() - 1);
    var target = Escapes.redirect(quoted(Template.of(text)));
    if (!keepArgs || exchange.args.isEmpty()) {
      return target;
    }
    return target + (text.indexOf('?') >= 0 ? "&" : "?") + exchange.args;
  }

  /** A template's text, its captures escaped again if the path was escaped and quoting is on. */
  private String quoted(Template template) {
    boolean escape = quoting && (exchange.escaped || exchange.plus);
    var text = new StringBuilder();
    for (var part : template.parts()) {
      text.append(
          switch (part) {
            case Template.Part.Literal(String literal) -> literal;
            case Template.Part.Variable(String name) -> variables.value(name);
            case Template.Part.Capture(int group) -> {
              var captured = exchange.captures.group(group);
              yield escape ? Escapes.argument(captured) : captured;
            }
          });
    }
    return text.toString();
  }
}
