package lab.lint.mistake.argument;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.lint.rule.Hit;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** An address of a {@code listen} or a {@code server} that is not its first and only one. */
final class Addresses {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\w.*-]+:\\d+|\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9a-fA-F:]+\\](:\\d+)?|unix:.+|localhost");
  private static final Pattern HOST = Pattern.compile("[\\w.*-]*[A-Za-z.*][\\w.*-]*|\\[[^\\]]+\\]");
  private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");

  private Addresses() {}

  /**
   * What a word was meant to be that is no parameter: the port of the address before it, the
   * address itself behind its parameters, or another address.
   *
   * @param at which of the arguments is no parameter
   */
  static Optional<Hit> mended(Directive statement, int at, List<String> parameters) {
    if (!statement.is("listen") && !statement.is("server")) {
      return Optional.empty();
    }
    return at == 1
        ? behind(statement, parameters)
            .or(() -> torn(statement))
            .or(() -> another(statement, statement.args().get(at)))
        : another(statement, statement.args().get(at));
  }

  private static Optional<Hit> torn(Directive statement) {
    var args = statement.args();
    var host = args.get(0).text().replaceFirst(":$", "");
    boolean colonApart = args.get(1).text().equals(":") && args.size() > 2;
    int last = colonApart ? 2 : 1;
    var port = colonApart ? args.get(2).text() : args.get(1).text().replaceFirst("^:", "");
    if (!HOST.matcher(host).matches() || !PORT.matcher(port).matches()) {
      return Optional.empty();
    }
    var whole = host + ":" + port;
    return Optional.of(
        Hit.at(
                Hit.across(args.get(0), args.get(last)),
                "an address and its port are one word",
                "write " + whole)
            .replacing(whole));
  }

  private static Optional<Hit> behind(Directive statement, List<String> parameters) {
    var first = statement.args().get(0);
    var second = statement.args().get(1);
    if (!BadParameter.isKnown(first.text(), parameters) || !isAddress(statement, second)) {
      return Optional.empty();
    }
    var swapped = second.span().raw() + " " + first.span().raw();
    return Optional.of(
        Hit.at(
                Hit.across(first, second),
                "the address comes first, its parameters behind it",
                "write " + swapped)
            .replacing(swapped));
  }

  private static Optional<Hit> another(Directive statement, Word word) {
    if (!isAddress(statement, word)) {
      return Optional.empty();
    }
    var args = statement.args();
    var name = statement.name().text();
    var message = "one \"" + name + "\" names one address";
    var hit = Hit.at(word, message, "write a " + name + " of its own for it");
    if (!args.stream().allMatch(one -> isAddress(statement, one))) {
      return Optional.of(hit);
    }
    var apart = args.stream().map(Addresses::bare).collect(Collectors.joining("; " + name + " "));
    return Optional.of(
        Hit.at(
                Hit.across(args.getFirst(), args.getLast()),
                message,
                "write a " + name + " for each, with a ; between")
            .replacing(apart));
  }

  private static boolean isAddress(Directive statement, Word word) {
    var text = bare(word);
    return ADDRESS.matcher(text).matches()
        || (statement.is("listen") && PORT.matcher(text).matches());
  }

  private static String bare(Word word) {
    return word.text().replaceFirst(",$", "");
  }
}
