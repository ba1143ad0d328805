package lab.nginx.routing.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Step;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.balance.Upstreams;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.notation.Escapes;
import lab.nginx.routing.site.Location;
import lab.nginx.routing.site.Scope;
import lab.nginx.routing.site.Site;
import lab.nginx.routing.site.Table;

/** One request's way through the phases of one server. */
final class Passage {
  /** More than any chain of redirects that nginx allows takes. */
  private static final int MOST_TURNS = 500;

  private final Site site;
  private final Exchange exchange;
  private final Variables variables;
  private final Conditions conditions;
  private final Redirects redirects;
  private final ErrorPages errorPages;
  private final ContentPhase content;
  private final Proxying proxying;
  private final LimitPhase limits;

  Passage(
      Site site,
      Map<String, Table> tables,
      Upstreams upstreams,
      Surroundings surroundings,
      Exchange exchange) {
    this.site = site;
    this.exchange = exchange;
    this.variables = new Variables(site, tables, exchange);
    this.conditions = new Conditions(site, exchange, variables);
    this.redirects = new Redirects(site, exchange);
    this.errorPages = new ErrorPages(exchange, variables, redirects);
    this.content = new ContentPhase(site, exchange, variables, redirects);
    this.limits = new LimitPhase(upstreams.memory(), exchange, variables);
    this.proxying = new Proxying(upstreams, surroundings, exchange, variables);
  }

  /** Walks from a first turn to the answer. */
  Outcome walk(Turn first) {
    var turn = first;
    for (int turns = 0; turns < MOST_TURNS; turns++) {
      switch (turn) {
        case Turn.Sent(Outcome outcome) -> {
          return outcome;
        }
        case Turn.Ended ended -> turn = errorPages.end(ended);
        case Turn.To(Turn.Phase phase) -> turn = run(phase);
      }
    }
    throw new CannotTell("the request goes round in circles");
  }

  private Turn run(Turn.Phase phase) {
    return switch (phase) {
      case SERVER_REWRITE ->
          new RewritePhase(exchange, variables, conditions)
              .run(exchange.server.scope())
              .orElse(Turn.to(Turn.Phase.FIND_LOCATION));
      case FIND_LOCATION -> findLocation();
      case REWRITE -> rewrite();
      case POST_REWRITE -> postRewrite();
      case ACCESS -> access();
      case CONTENT -> content();
    };
  }

  private Turn access() {
    limits.pass();
    return new AccessPhase(exchange).run().orElse(Turn.to(Turn.Phase.CONTENT));
  }

  private Turn findLocation() {
    exchange.handler = Optional.empty();
    exchange.pathChanged = false;
    exchange.leaveLocation();
    var search = new LocationSearch(exchange.path, variables);
    boolean slash = search.search(exchange.server.locations());
    exchange.location = search.found();
    if (search.found().isEmpty()) {
      exchange.note(Step.Kind.LOCATION, "no location fits " + exchange.path);
      return Turn.to(Turn.Phase.REWRITE);
    }
    var location = search.found().get();
    exchange.note(
        Step.Kind.LOCATION,
        "\""
            + location.text()
            + "\" at "
            + site.place(location.scope().statement())
            + " takes "
            + exchange.path
            + ": "
            + search.rule());
    exchange.visited.add(location.text());
    if (!exchange.internal && location.scope().owner("internal").isPresent()) {
      exchange.scope = location.scope();
      exchange.note(Step.Kind.ACCESS, "internal: nobody may ask for it from outside");
      return Turn.ended(404, "the location is internal");
    }
    arrive(location);
    if (slash) {
      var args = exchange.args.isEmpty() ? "" : "?" + exchange.args;
      exchange.redirect = Optional.of(Escapes.path(location.name()) + args);
      return Turn.ended(301, "the slash is missing");
    }
    return Turn.to(Turn.Phase.REWRITE);
  }

  private void arrive(Location location) {
    exchange.enter(location.scope());
    limited(location.scope()).ifPresent(exchange::enter);
  }

  /** The {@code limit_except} whose settings hold for the method. */
  private Optional<Scope> limited(Scope scope) {
    return scope.own("limit_except").stream()
        .filter(statement -> {
          var methods =
              statement.args().stream()
                  .map(word -> word.text().toUpperCase(java.util.Locale.ROOT))
                  .toList();
          boolean head = exchange.method.equals("HEAD") && methods.contains("GET");
          return !head && !methods.contains(exchange.method);
        })
        .findFirst()
        .map(scope::inner);
  }

  private Turn rewrite() {
    if (exchange.scope.statement().is("server")) {
      // the server's own statements ran before any location was looked for
      return Turn.to(Turn.Phase.POST_REWRITE);
    }
    if (exchange.scope.statement().is("location")) {
      limited(exchange.scope).ifPresent(exchange::enter);
    }
    return new RewritePhase(exchange, variables, conditions)
        .run(exchange.scope)
        .orElse(Turn.to(Turn.Phase.POST_REWRITE));
  }

  private Turn postRewrite() {
    if (!exchange.pathChanged) {
      return Turn.to(Turn.Phase.ACCESS);
    }
    return exchange.changeAllowed()
        ? Turn.to(Turn.Phase.FIND_LOCATION)
        : Turn.ended(500, "more than 10 rewrites");
  }

  private Turn content() {
    var tried = content.tryFiles();
    if (tried.isPresent()) {
      return tried.get();
    }
    for (var opaque : List.of("sub_filter", "ssi", "limit_rate_after")) {
      if (exchange.scope.on(opaque, false)) {
        throw new CannotTell("\"" + opaque + "\" changes the answer");
      }
    }
    return exchange.handler.isPresent() ? proxying.pass() : content.serve();
  }
}
