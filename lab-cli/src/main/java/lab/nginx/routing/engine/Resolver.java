package lab.nginx.routing.engine;

import java.util.List;
import java.util.Optional;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.grammar.Placed;
import lab.nginx.grammar.Release;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.closure.Configuration;

/**
 * Says where requests go, one after another, as on one fresh nginx: round robin moves on from each
 * to the next. Of a configuration that nginx would refuse it says that, or that it cannot tell.
 */
public final class Resolver {
  private final Optional<Routing> routing;
  private final String doubt;

  /**
   * @param configuration a configuration whose text has no faults
   */
  public Resolver(Configuration configuration, Surroundings surroundings) {
    var made = Optional.<Routing>empty();
    var why = "";
    try {
      refuse(configuration, surroundings.release().orElse(Release.NEWEST));
      made = Optional.of(new Routing(configuration, surroundings));
    } catch (CannotTell e) {
      why = e.reason();
    }
    this.routing = made;
    this.doubt = why;
  }

  /** Where the next request goes. */
  public Explanation explain(Request asked) {
    return routing
        .map(nginx -> nginx.explain(asked))
        .orElseGet(() ->
            new Explanation(
                asked,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Outcome.Unknown(doubt),
                List.of()));
  }

  /** Refuses what stands in the wrong place, or with too few or too many words. */
  private static void refuse(Configuration configuration, Release release) {
    for (var one : Placed.all(configuration.directives())) {
      var misuse =
          one.context()
              .flatMap(context -> Grammar.stock().judge(one.statement(), context, release))
              // a module that the table does not know may have brought the name along
              .filter(found -> !(found instanceof Misuse.Unknown));
      if (misuse.isPresent()) {
        Span at = one.statement().name().span();
        throw new CannotTell(
            "nginx refuses the file: "
                + misuse.get().nginxMessage()
                + " in "
                + configuration.nameOf(at.source())
                + ":"
                + at.line());
      }
    }
  }
}
