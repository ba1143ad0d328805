package lab.nginx.routing.engine;

import lab.nginx.routing.Step;
import lab.nginx.routing.balance.SharedMemory;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.notation.ProxyUrl;
import lab.nginx.routing.site.Template;

/**
 * {@code proxy_cache}: what was never asked for is not in the cache; what was may be, which the
 * upstream's headers and the clock decide.
 *
 * <p>Source: nginx, {@code ngx_http_upstream_cache} and {@code ngx_http_proxy_create_key}.
 */
final class CachePhase {
  private final SharedMemory memory;
  private final Exchange exchange;
  private final Variables variables;

  CachePhase(SharedMemory memory, Exchange exchange, Variables variables) {
    this.memory = memory;
    this.exchange = exchange;
    this.variables = variables;
  }

  /**
   * Asks the cache.
   *
   * @return the method that the upstream is asked with
   * @throws CannotTell when the answer may be in the cache
   */
  String method(ProxyUrl target, String uri, String method) {
    var scope = exchange.scope;
    var zone = scope.value("proxy_cache").filter(name -> !name.equals("off"));
    if (zone.isEmpty() || !cacheable()) {
      return method;
    }
    if (!Template.of(zone.get()).constant()) {
      throw new CannotTell("the cache is chosen by a variable");
    }
    var key =
        scope
            .value("proxy_cache_key")
            .map(variables::evaluate)
            .orElseGet(() -> "http://" + target.key() + uri);
    boolean absent = memory.absent(zone.get(), key);
    boolean bypassed =
        scope.nearest("proxy_cache_bypass").stream()
            .flatMap(statement -> statement.args().stream())
            .map(word -> variables.evaluate(word.text()))
            .anyMatch(value -> !value.isEmpty() && !value.equals("0"));
    if (!absent && !bypassed) {
      throw new CannotTell("it may be in the cache by now");
    }
    exchange.note(
        Step.Kind.UPSTREAM,
        bypassed ? "proxy_cache_bypass passes the cache by" : "the cache does not have it yet");
    boolean convert = scope.on("proxy_cache_convert_head", true);
    return exchange.method.equals("HEAD") && convert ? "GET" : method;
  }

  /** GET and HEAD always are; other methods when the file says so. */
  private boolean cacheable() {
    return exchange.method.equals("GET")
        || exchange.method.equals("HEAD")
        || exchange.scope.nearest("proxy_cache_methods").stream()
            .flatMap(statement -> statement.args().stream())
            .anyMatch(word -> word.text().equals(exchange.method));
  }
}
