package lab.lint.advice.capacity;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Word;

/** Too few connections for the streams of the incident. */
public final class ConnectionsTooFew implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "raise worker_connections";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var events = site.main().children("events").findFirst();
    var word = events.flatMap(scope -> scope.value("worker_connections"));
    int each =
        word.map(Word::text)
            .filter(text -> text.matches("\\d{1,8}"))
            .map(Integer::parseInt)
            .orElse(512);
    int usable = Math.min(each, site.facts().machine().openFiles());
    long needed = 2L * site.facts().streams() + 8;
    return usable * share(site) >= needed || events.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Hit.at(
                word.map(Word::span).orElse(events.get().block().orElseThrow().name().span()),
                site.facts().streams()
                    + " streams need "
                    + needed
                    + " connections; here are about "
                    + (long) (usable * share(site)),
                each > usable
                    ? "allow more open files (ulimit -n)"
                    : "write: worker_connections 4096;"));
  }

  private static double share(Site site) {
    var workers = site.main().value("worker_processes").map(Word::text).orElse("1");
    if (!workers.matches("\\d{1,4}")) {
      return 1;
    }
    int count = Integer.parseInt(workers);
    return count == 1 ? 1 : count * 0.9;
  }
}
