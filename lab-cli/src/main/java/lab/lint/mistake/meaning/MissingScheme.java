package lab.lint.mistake.meaning;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Proxy;
import lab.lint.site.Site;

/** A target without http:// before it. */
public final class MissingScheme implements Rule {
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
    var rest =
        proxy.scheme().isEmpty()
            ? text.replaceFirst("^https?:?/*", "")
            : proxy.authority() + proxy.uri();
    return Hit.at(proxy.target(), "the target does not begin with http://", "write http://" + rest)
        .replacing("http://" + rest);
  }
}
