package lab.nginx.routing.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.routing.Step;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.balance.Upstreams;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.notation.Endpoint;
import lab.nginx.routing.notation.HostLine;
import lab.nginx.routing.notation.RequestLine;
import lab.nginx.routing.notation.Target;
import lab.nginx.routing.site.Listen;
import lab.nginx.routing.site.Location;
import lab.nginx.routing.site.Server;
import lab.nginx.routing.site.ServerSearch;
import lab.nginx.routing.site.Site;
import lab.nginx.routing.site.Table;
import lab.nginx.syntax.closure.Configuration;

/** One fresh nginx, which requests come to one after another. */
final class Routing {
  private final Site site;
  private final Surroundings surroundings;
  private final ServerSearch servers;
  private final Upstreams upstreams;
  private final Map<String, Table> tables = new HashMap<>();

  /**
   * @param configuration a configuration that nginx accepts, as far as its grammar goes
   * @throws CannotTell when it has something that is not followed and that concerns every request
   */
  Routing(Configuration configuration, Surroundings surroundings) {
    this.site = Site.of(configuration);
    this.surroundings = surroundings;
    this.servers = new ServerSearch(site);
    this.upstreams = new Upstreams(site);
    site.tables().forEach((name, statement) -> tables.put(name, Table.of(statement)));
  }

  /** Where the next request goes. */
  Explanation explain(Request asked) {
    var explanation = answer(asked);
    if (explanation.outcome() instanceof Outcome.Unknown) {
      upstreams.unsettle();
    }
    return explanation;
  }

  private Explanation answer(Request asked) {
    var address = asked.connect().map(Endpoint::of).or(servers::firstAddress);
    if (address.isEmpty()) {
      return nobody(asked, "the file has no server");
    }
    var request = asked.withConnect(address.get().toString());
    var candidates = servers.candidates(address.get());
    return candidates.isEmpty()
        ? nobody(request, address.get().toString())
        : serve(request, address.get(), candidates);
  }

  private Explanation serve(Request request, Endpoint endpoint, List<Server> candidates) {
    var steps = new ArrayList<Step>();
    try {
      plainHttp(candidates, endpoint);
      var fallback = servers.defaultOf(candidates, endpoint);
      var line = RequestLine.read(request.method(), request.uri());
      // what is wrong with the line's beginning is seen before its length
      if (line.isPresent() && HeaderBuffers.of(fallback).overflow(request)) {
        return refused(request, endpoint, fallback, 414, "nginx refuses so long a request line");
      }
      boolean merge = fallback.scope().on("merge_slashes", true);
      var target = line.flatMap(read -> Target.read(read.target(), merge));
      var inUrl = line.flatMap(RequestLine::host);
      var host = inUrl.or(request::host).map(HostLine::read).orElse(Optional.of(""));
      if (target.isEmpty() || host.isEmpty()) {
        var why = target.isEmpty() ? "nginx refuses the request line" : "nginx refuses the host";
        return refused(request, endpoint, fallback, 400, why);
      }
      var found = servers.byName(candidates, endpoint, host.get());
      if (request.host().map(HostLine::read).filter(Optional::isEmpty).isPresent()) {
        return refused(request, endpoint, found.server(), 400, "nginx refuses the Host line");
      }
      var exchange = new Exchange(request, endpoint, found.server(), host.get());
      exchange.target(target.get(), line.get());
      exchange.note(
          Step.Kind.SERVER, site.place(found.server().scope().statement()) + ": " + found.rule());
      new Variables(site, tables, exchange).captured(found.captures());
      return walk(exchange, first(request));
    } catch (CannotTell doubt) {
      return unknown(request, doubt, steps);
    }
  }

  /** nginx refuses some requests before any location is asked. */
  private static Turn first(Request request) {
    if (request.host().isEmpty()) {
      return Turn.ended(400, "HTTP/1.1 asks for a Host line");
    }
    return switch (request.method()) {
      case "TRACE", "CONNECT" -> Turn.ended(405, "nginx refuses " + request.method());
      default -> Turn.to(Turn.Phase.SERVER_REWRITE);
    };
  }

  private Explanation refused(
      Request request, Endpoint endpoint, Server server, int status, String why) {
    boolean ownPage =
        server.scope().nearest("error_page").stream()
            .flatMap(page -> page.args().stream())
            .anyMatch(word -> word.text().equals(Integer.toString(status)));
    if (ownPage) {
      throw new CannotTell(why + ", and an error_page answers half a request");
    }
    var exchange = new Exchange(request, endpoint, server, "");
    exchange.note(Step.Kind.SERVER, site.place(server.scope().statement()) + ": " + why);
    return walk(exchange, Turn.ended(status, why));
  }

  private Explanation walk(Exchange exchange, Turn first) {
    Outcome outcome;
    try {
      outcome = new Passage(site, tables, upstreams, surroundings, exchange).walk(first);
    } catch (CannotTell doubt) {
      outcome = new Outcome.Unknown(doubt.reason());
    }
    return new Explanation(
        exchange.request,
        Optional.of(site.place(exchange.server.scope().statement())),
        exchange.location.map(this::place),
        exchange.visited,
        outcome,
        exchange.steps);
  }

  private Explanation.Place place(Location location) {
    return new Explanation.Place(site.place(location.scope().statement()), location.text());
  }

  private static void plainHttp(List<Server> candidates, Endpoint endpoint) {
    var opaque =
        candidates.stream()
            .flatMap(server -> server.listens().stream())
            .filter(listen -> listen.accepts(endpoint.host(), endpoint.port()))
            .map(Listen::opaque)
            .flatMap(List::stream)
            .findFirst();
    if (opaque.isPresent()) {
      throw new CannotTell("\"listen ... " + opaque.get() + "\" is not plain HTTP");
    }
  }

  private static Explanation nobody(Request request, String address) {
    return new Explanation(
        request,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Outcome.NoListener(address),
        List.of());
  }

  private static Explanation unknown(Request request, CannotTell doubt, List<Step> steps) {
    return new Explanation(
        request,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Outcome.Unknown(doubt.reason()),
        steps);
  }
}
