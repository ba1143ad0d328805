package lab.nginx.routing.engine;

import java.util.Optional;
import lab.nginx.routing.Step;
import lab.nginx.routing.balance.SharedMemory;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.doubt.Numbers;
import lab.nginx.syntax.Directive;

/**
 * {@code limit_req}: requests up to the burst pass whatever their pace; whether a later one is
 * refused depends on the clock.
 *
 * <p>Source: nginx, {@code ngx_http_limit_req_module.c}: the excess of a key's n-th request is at
 * most n - 1, and it is refused above the burst; a request is looked at once, internal redirects or
 * not.
 */
final class LimitPhase {
  private final SharedMemory memory;
  private final Exchange exchange;
  private final Variables variables;

  LimitPhase(SharedMemory memory, Exchange exchange, Variables variables) {
    this.memory = memory;
    this.exchange = exchange;
    this.variables = variables;
  }

  /** Lets the request pass, or cannot tell. */
  void pass() {
    if (exchange.limited) {
      return;
    }
    boolean dry = exchange.scope.on("limit_req_dry_run", false);
    for (var limit : exchange.scope.nearest("limit_req")) {
      var zone = parameter(limit, "zone=").orElse("");
      var template =
          memory
              .limitKey(zone)
              .orElseThrow(() -> new CannotTell("no zone \"" + zone + "\" is declared"));
      var key = variables.evaluate(template);
      if (key.isEmpty()) {
        continue;
      }
      exchange.limited = true;
      int burst =
          parameter(limit, "burst=").map(text -> Numbers.read(text, Integer.MAX_VALUE)).orElse(0);
      if (memory.before(zone, key) > burst && !dry) {
        throw new CannotTell("\"limit_req\" may refuse it, which depends on the clock");
      }
      exchange.note(Step.Kind.ACCESS, "limit_req lets it pass: nothing counts against it yet");
    }
  }

  private static Optional<String> parameter(Directive limit, String name) {
    return limit.args().stream()
        .map(word -> word.text())
        .filter(text -> text.startsWith(name))
        .map(text -> text.substring(name.length()))
        .findFirst();
  }
}
