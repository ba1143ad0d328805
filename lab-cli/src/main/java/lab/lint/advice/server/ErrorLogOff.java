package lab.lint.advice.server;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** The error log goes to a file named off. */
public final class ErrorLogOff implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "error_log /dev/null crit";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("error_log")
        .flatMap(stated -> stated.directive().args().stream().limit(1))
        .filter(word -> word.text().equals("off"))
        .map(word ->
            Hit.at(word, "this writes a file named \"off\"", "write: error_log /dev/null crit;")
                .replacing("/dev/null crit"));
  }
}
