package lab.lint.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.grammar.Placed;
import lab.nginx.routing.pattern.Steps;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.closure.Configuration;

/** A configuration by block, looked through once so that every rule finds what it asks for. */
public final class Site {
  /** Characters that all regexes together may read: a fraction of a second. */
  private static final int PATIENCE = 5_000_000;

  private final Configuration configuration;
  private final LabFacts facts;
  private final Scope main;
  private final List<Scope> scopes;
  private final List<Scope> servers;
  private final List<Location> locations = new ArrayList<>();
  private final List<Upstream> upstreams;
  private final List<Proxy> proxies;
  private final List<Listen> listens;
  private final List<Placed> placed;
  private final List<Misused> misused;
  private final ByScope<Listen> listensOf;
  private final ByScope<Proxy> proxiesOf;
  private final ByScope<Location> locationsIn;
  private final ByScope<Location> locationOf;
  private final IdentityHashMap<Scope, LocationTable> tables = new IdentityHashMap<>();
  private final Map<String, Upstream> groups = new HashMap<>();
  private final List<Scope> driven;
  private final Steps patience = new Steps(PATIENCE);

  public Site(Configuration configuration, LabFacts facts) {
    this.configuration = configuration;
    this.facts = facts;
    this.main = new Scope(Optional.empty(), Optional.empty(), configuration.directives());
    this.scopes = main.deep().toList();
    this.servers = main.children("http").flatMap(http -> http.children("server")).toList();
    servers.forEach(server -> collect(server, server));
    this.upstreams =
        main.children("http")
            .flatMap(http -> http.children("upstream"))
            .flatMap(Upstream::of)
            .toList();
    this.proxies = scopes.stream().flatMap(Site::proxiesOf).toList();
    this.listens =
        servers.stream()
            .flatMap(server -> server.own("listen").map(listen -> Listen.of(server, listen)))
            .toList();
    this.placed = Placed.all(configuration.directives());
    this.misused = placed.stream().flatMap(this::judge).toList();
    this.listensOf = ByScope.of(listens.stream(), Listen::scope);
    this.proxiesOf = ByScope.of(proxies.stream(), Proxy::scope);
    this.locationsIn = ByScope.of(locations.stream(), one -> one.scope().parent().orElseThrow());
    this.locationOf = ByScope.of(locations.stream(), Location::scope);
    upstreams.forEach(
        group -> groups.putIfAbsent(group.name().text().toLowerCase(Locale.ROOT), group));
    var onPort = servers().filter(server -> listensOn(server, facts.driverPort())).toList();
    this.driven = onPort.isEmpty() ? servers : onPort;
  }

  public Configuration configuration() {
    return configuration;
  }

  public LabFacts facts() {
    return facts;
  }

  /** Every statement with the kind of block that it is in, in file order. */
  public Stream<Placed> placed() {
    return placed.stream();
  }

  /** Every statement whose name, place, braces or number of arguments nginx refuses. */
  public Stream<Misused> misused() {
    return misused.stream();
  }

  /** The file itself. */
  public Scope main() {
    return main;
  }

  /** Every block, outermost first. */
  public Stream<Scope> scopes() {
    return scopes.stream();
  }

  /** Every block of these names. */
  public Stream<Scope> scopes(String... names) {
    var wanted = List.of(names);
    return scopes.stream().filter(scope -> wanted.contains(scope.name()));
  }

  /** Every statement of a name, anywhere, with the block that it is in. */
  public Stream<Stated> all(String directive) {
    return scopes.stream()
        .flatMap(scope -> scope.own(directive).map(statement -> new Stated(scope, statement)));
  }

  public Stream<Scope> servers() {
    return servers.stream();
  }

  public Stream<Listen> listens() {
    return listens.stream();
  }

  public Stream<Location> locations() {
    return locations.stream();
  }

  public Stream<Upstream> upstreams() {
    return upstreams.stream();
  }

  public Optional<Upstream> upstream(String name) {
    return Optional.ofNullable(groups.get(name.toLowerCase(Locale.ROOT)));
  }

  public Stream<Proxy> proxies() {
    return proxies.stream();
  }

  /** The group that a request passed on goes to; empty for an address or a variable. */
  public Optional<Upstream> group(Proxy proxy) {
    return upstream(proxy.authority());
  }

  /** The servers that the lab's traffic reaches: on its port, or all when none is. */
  public List<Scope> driven() {
    return driven;
  }

  /** Where a server listens. */
  public Stream<Listen> listens(Scope server) {
    return listensOf.in(server);
  }

  /** What a block itself passes on. */
  public Stream<Proxy> proxies(Scope block) {
    return proxiesOf.in(block);
  }

  /** The location whose block this is. */
  public Optional<Location> location(Scope block) {
    return locationOf.in(block).findFirst();
  }

  /** Whether a location takes a path, were it alone; false too when that takes too long to tell. */
  public boolean takes(Location location, String path) {
    return location.takes(path, patience);
  }

  /** Whether {@link #takes} can still tell. */
  public boolean isPatient() {
    return !patience.usedUp();
  }

  /** Whether a server listens on a port; without a listen, nginx takes 80, or 8000 without root. */
  public boolean listensOn(Scope server, int port) {
    return listens(server).anyMatch(listen -> listen.port().orElse(0) == port);
  }

  /** The lab's routes where a location takes them. */
  public Stream<Routed> routed() {
    return driven().stream()
        .flatMap(server -> facts.routes().stream().flatMap(route -> routed(server, route)));
  }

  private Stream<Routed> routed(Scope server, Route route) {
    return winner(server, route.path()).stream()
        .map(location -> new Routed(route, location, proxy(location)));
  }

  /** What a location passes on, itself or through the named one that its try_files ends in. */
  private Optional<Proxy> proxy(Location location) {
    return proxies(location.scope())
        .findFirst()
        .or(() ->
            location.scope().last("try_files").filter(files -> !files.args().isEmpty()).stream()
                .map(files -> files.args().getLast().text())
                .filter(last -> last.startsWith("@"))
                .flatMap(last ->
                    locationsIn.in(location.server()).filter(one -> one.shown().equals(last)))
                .flatMap(named -> proxies(named.scope()))
                .findFirst());
  }

  /**
   * The location that takes a path: exact, else the longest prefix, unless a regex is met and the
   * prefix does not forbid it.
   */
  public Optional<Location> winner(Scope block, String path) {
    var here = tables.computeIfAbsent(block, one -> new LocationTable(locationsIn.in(one)));
    var exact = here.exact(path);
    if (exact.isPresent()) {
      return exact;
    }
    var prefix = here.longestPrefix(path);
    var nested = prefix.flatMap(outer -> winner(outer.scope(), path));
    if (nested.isPresent()) {
      return nested;
    }
    var regex = here.regexes().takeWhile(l -> isPatient()).filter(l -> takes(l, path)).findFirst();
    return prefix.filter(l -> l.modifier().equals("^~")).or(() -> regex).or(() -> prefix);
  }

  private void collect(Scope block, Scope server) {
    block
        .children("location")
        .forEach(scope -> {
          Location.of(scope, server).ifPresent(locations::add);
          collect(scope, server);
        });
  }

  private Stream<Misused> judge(Placed one) {
    return one.context().stream()
        .flatMap(context -> Grammar.stock().judge(one.statement(), context, facts.nginx()).stream())
        .map(misuse -> new Misused(one, misuse));
  }

  private static Stream<Proxy> proxiesOf(Scope scope) {
    return scope.own("proxy_pass").flatMap(statement -> Proxy.of(scope, statement).stream());
  }

  /**
   * A statement and the block that it is in.
   *
   * @param scope the block
   * @param directive the statement
   */
  public record Stated(Scope scope, Directive directive) {}

  /**
   * A statement that nginx's table of directives refuses.
   *
   * @param placed the statement
   * @param misuse what is wrong with it
   */
  public record Misused(Placed placed, Misuse misuse) {
    public Directive statement() {
      return placed.statement();
    }
  }
}
