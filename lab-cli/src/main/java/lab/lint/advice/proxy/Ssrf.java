package lab.lint.advice.proxy;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Proxy;
import lab.lint.site.Site;
import lab.lint.site.Site.Stated;

/** The client chooses which host nginx connects to. */
public final class Ssrf implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "choose the target from a map of known ones";
  }

  private static final Pattern CONTROLLED =
      Pattern.compile(
          "\\$\\{?(?:http_|arg_|cookie_|host\\b|uri\\b|document_uri\\b|request_uri\\b|args\\b|query_string\\b|[1-9])");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");

  @Override
  public Stream<Hit> check(Site site) {
    var chosenByClients =
        site.all("set")
            .map(Stated::directive)
            .filter(set -> set.args().size() == 2)
            .filter(set -> CONTROLLED.matcher(set.args().getLast().text()).find())
            .map(set -> set.args().getFirst().text())
            .collect(Collectors.toSet());
    return site.proxies()
        .filter(proxy -> !proxy.scope().has("internal"))
        .filter(proxy -> controlled(proxy, chosenByClients))
        .map(proxy ->
            Hit.at(
                proxy.target(),
                "the client decides which host this request is sent to",
                "choose the host by a map whose values you wrote"));
  }

  private static boolean controlled(Proxy proxy, Set<String> chosenByClients) {
    return CONTROLLED.matcher(proxy.authority()).find()
        || VARIABLE
            .matcher(proxy.authority())
            .results()
            .anyMatch(found -> chosenByClients.contains("$" + found.group(1)));
  }
}
