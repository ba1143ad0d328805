package lab.nginx.routing.engine;

import java.util.Optional;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.grammar.Placed;
import lab.nginx.grammar.Release;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.closure.Configuration;

/**
 * Says where requests go, one after another, as on one fresh nginx: round robin moves on from each
 * to the next. Of a configuration with unknown directives, or with some in the wrong place or with
 * too few or too many words, it says that nginx refuses it; of what else nginx refuses a file for
 * it knows no more than it meets on the way, and whoever asks should know that nginx accepts the
 * file.
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
        .orElseGet(() -> Explanation.unknown(asked, doubt));
  }

  /** Refuses what nginx does not know, or not there, or not with so few or so many words. */
  private static void refuse(Configuration configuration, Release release) {
    boolean modules = configuration.directives().stream().anyMatch(one -> one.is("load_module"));
    for (var one : Placed.all(configuration.directives())) {
      var misuse =
          one.context()
              .flatMap(context -> Grammar.stock().judge(one.statement(), context, release))
              .filter(found ->
                  !(found instanceof Misuse.Unknown(String name))
                      // a module may bring names along, and an older nginx has some of its own
                      || (!modules && Grammar.stock().rules(name).isEmpty()));
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
