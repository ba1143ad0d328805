package lab.lint.advice.machine;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** nginx would leave the terminal and outlive who started it. */
public final class DaemonOn implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "delete the line";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.main()
        .own("daemon")
        .filter(statement -> statement.args().stream().anyMatch(word -> word.text().equals("on")))
        .map(statement ->
            Hit.at(
                statement,
                "nginx would go to the background and outlive the lab",
                "delete this line"));
  }
}
