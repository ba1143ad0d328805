package lab.nginx.routing.engine;

import java.util.List;
import java.util.Optional;
import lab.nginx.routing.Step;
import lab.nginx.routing.site.Site;

/** Sends a request round again inside nginx. */
final class Redirects {
  private final Site site;
  private final Exchange exchange;

  Redirects(Site site, Exchange exchange) {
    this.site = site;
    this.exchange = exchange;
  }

  /** To another path, with arguments. */
  Turn internal(String path, String args, String why) {
    if (!exchange.changeAllowed()) {
      return Turn.ended(500, "more than 10 internal redirects");
    }
    exchange.refused = List.of();
    exchange.proxied = Optional.empty();
    exchange.note(Step.Kind.REDIRECT, why + " goes on inside nginx as " + path);
    exchange.path = path;
    exchange.args = args;
    exchange.internal = true;
    exchange.asTyped = false;
    exchange.pathIsAlias = false;
    exchange.locationHolds = true;
    exchange.leaveLocation();
    return Turn.to(Turn.Phase.SERVER_REWRITE);
  }

  /** To a path that may carry arguments of its own, and loses the client's. */
  Turn withOwnArgs(String target) {
    int query = target.indexOf('?');
    return query < 0
        ? internal(target, "", "try_files")
        : internal(target.substring(0, query), target.substring(query + 1), "try_files");
  }

  /** To a location that has a name. */
  Turn named(String name) {
    if (!exchange.changeAllowed()) {
      return Turn.ended(500, "more than 10 internal redirects");
    }
    var location = exchange.server.locations().named(name);
    if (location.isEmpty()) {
      return Turn.ended(500, "there is no location " + name);
    }
    exchange.note(
        Step.Kind.LOCATION, name + " at " + site.place(location.get().scope().statement()));
    exchange.refused = List.of();
    exchange.proxied = Optional.empty();
    exchange.internal = true;
    exchange.handler = Optional.empty();
    exchange.pathChanged = false;
    exchange.location = location;
    exchange.visited.add(location.get().text());
    exchange.enter(location.get().scope());
    return Turn.to(Turn.Phase.REWRITE);
  }
}
