package lab.lint.mistake.grammar;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Context;
import lab.nginx.syntax.Span;

/** The block that every configuration needs is missing. */
public final class EventsMissing implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "add events {}";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.main().has("events")
            || !site.configuration().ok()
            || site.misused().anyMatch(EventsMissing::mayBeIt)
        ? Stream.empty()
        : Stream.of(
            Hit.at(
                    new Span(site.configuration().main(), 0, 0),
                    "the block \"events\" is missing; nginx does not start without it",
                    "add: events {}")
                .replacing("events {}"));
  }

  /** Whether a mistake hides the block: it is misspelt, in another block, or in a statement. */
  private static boolean mayBeIt(Site.Misused misused) {
    return misused.placed().in(Context.MAIN) || misused.statement().is("events");
  }
}
