package lab.nginx.routing.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.nginx.routing.Request;
import lab.nginx.routing.Step;
import lab.nginx.routing.notation.Endpoint;
import lab.nginx.routing.notation.ProxyUrl;
import lab.nginx.routing.notation.RequestLine;
import lab.nginx.routing.notation.Target;
import lab.nginx.routing.pattern.Match;
import lab.nginx.routing.site.Handling;
import lab.nginx.routing.site.Location;
import lab.nginx.routing.site.Scope;
import lab.nginx.routing.site.Server;

/** What nginx remembers of a request while it passes through the phases. */
final class Exchange {
  /** Rewrites and internal redirects that nginx allows. */
  private static final int URI_CHANGES = 11;

  final Request request;
  final Endpoint endpoint;
  final Server server;

  /** The client's host: lower case, without port and final dot; empty when it sent none. */
  final String host;

  /** Path and query as the client typed them. */
  String typed = "";

  String path = "";
  String args = "";
  String method;
  boolean escaped;
  boolean plus;

  /** Whether the client's own text may still be sent on. */
  boolean asTyped = true;

  boolean internal;
  boolean locationHolds = true;
  boolean pathChanged;
  boolean pathIsAlias;
  boolean errorPageUsed;

  /** Whether a limit has looked at it, which it does once. */
  boolean limited;

  int changesLeft = URI_CHANGES;
  Optional<Integer> errorStatus = Optional.empty();
  Optional<String> redirect = Optional.empty();

  Scope scope;
  Optional<Location> location = Optional.empty();

  /** The block whose {@code proxy_pass} answers; empty for files. */
  Optional<Scope> handler = Optional.empty();

  /** What a {@code proxy_pass} made; nginx forgets it on an internal redirect. */
  Optional<ProxyUrl> proxied = Optional.empty();

  Match captures = Match.NONE;
  final Map<String, String> variables = new HashMap<>();
  final List<String> visited = new ArrayList<>();
  final List<Step> steps = new ArrayList<>();

  /** Upstream addresses that were asked last and did not answer. */
  List<String> refused = List.of();

  Exchange(Request request, Endpoint endpoint, Server server, String host) {
    this.request = request;
    this.endpoint = endpoint;
    this.server = server;
    this.host = host;
    this.method = request.method();
    this.scope = server.scope();
  }

  /** Takes over a target that the client typed. */
  void target(Target target, RequestLine line) {
    typed = line.typed();
    asTyped = line.passedOn();
    path = target.path();
    args = target.args();
    escaped = target.escaped();
    plus = target.plus();
  }

  /** Makes a block's settings hold, its handler too if it has one. */
  void enter(Scope block) {
    scope = block;
    Handling.in(block).ifPresent(found -> handler = Optional.of(found));
  }

  void leaveLocation() {
    scope = server.scope();
    location = Optional.empty();
  }

  /** Counts a change of the path; false when it was one too many. */
  boolean changeAllowed() {
    changesLeft--;
    return changesLeft > 0;
  }

  void note(Step.Kind kind, String text) {
    steps.add(new Step(kind, text));
  }
}
