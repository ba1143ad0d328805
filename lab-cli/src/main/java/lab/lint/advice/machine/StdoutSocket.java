package lab.lint.advice.machine;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** Standard output is a socket, which nginx cannot open by name. */
public final class StdoutSocket implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "log to a file";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return Stream.of("access_log", "error_log")
        .flatMap(site::all)
        .flatMap(stated -> stated.directive().args().stream().limit(1))
        .filter(word -> site.facts().machine().stdoutIsSocket())
        .filter(word -> word.text().equals("/dev/stdout") || word.text().equals("/dev/stderr"))
        .map(word ->
            Hit.at(
                word,
                word + " is a socket here: nginx cannot open it",
                "log to a file, or start nginx behind a pipe"));
  }
}
