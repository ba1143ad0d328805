package lab.lint.advice.proxy;

import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** An error page for the application's own errors that is never shown. */
public final class InterceptMissing implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "proxy_intercept_errors on";
  }

  private static final Set<String> OF_NGINX =
      Set.of("413", "414", "494", "495", "496", "497", "499", "502", "503", "504");

  @Override
  public Stream<Hit> check(Site site) {
    return site.proxies()
        .filter(proxy -> proxy.scope().valueIs("proxy_intercept_errors", "off", "off"))
        .flatMap(proxy -> proxy.scope().inForce("error_page").stream())
        .distinct()
        .flatMap(page -> page.args().stream().limit(Math.max(0, page.args().size() - 1)))
        .filter(code -> code.text().matches("[3-5]\\d\\d") && !OF_NGINX.contains(code.text()))
        .map(code ->
            Hit.at(
                code,
                "a " + code + " of the application passes this error page by",
                "add beside proxy_pass: proxy_intercept_errors on;"));
  }
}
