package lab.lint.mistake.meaning;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Proxy;
import lab.lint.site.Site;
import lab.problem.Nearest;

/** A target without http:// before it. */
public final class MissingScheme implements Rule {
  private static final Pattern HALF = Pattern.compile("(https?)(?::/?|/+)(?!\\d+$)");
  private static final Pattern PORT = Pattern.compile(":?\\d{1,5}");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "begin the target with http://";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.proxies()
        .filter(proxy -> !proxy.target().text().startsWith("$"))
        .filter(proxy ->
            !proxy.scheme().equalsIgnoreCase("http") && !proxy.scheme().equalsIgnoreCase("https"))
        .map(MissingScheme::hit);
  }

  private static Hit hit(Proxy proxy) {
    var text = proxy.target().text();
    var meant =
        proxy.scheme().isEmpty()
            ? meant(text)
            : scheme(proxy.scheme()) + "://" + proxy.authority() + proxy.uri();
    return Hit.at(proxy.target(), "the target does not begin with http://", "write " + meant)
        .replacing(meant);
  }

  private static String scheme(String misspelt) {
    return Nearest.of(misspelt, List.of("http", "https")).orElse("http");
  }

  /** Keeps a scheme that is only half written, and gives a mere port its host. */
  private static String meant(String text) {
    var half = HALF.matcher(text);
    if (half.lookingAt()) {
      return half.group(1) + "://" + text.substring(half.end());
    }
    return PORT.matcher(text).matches()
        ? "http://127.0.0.1:" + text.replaceFirst("^:", "")
        : "http://" + text.replaceFirst("^/+", "");
  }
}
