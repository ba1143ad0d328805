package lab.nginx.routing.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.closure.Configuration;

/**
 * All that a configuration says about routing.
 *
 * @param configuration where it was read from
 * @param servers in file order
 * @param upstreams the groups by name
 * @param tables the statements of tables by the variable that they define, without its dollar and
 *     in lower case
 * @param names the variables that it defines otherwise
 * @param oneWorker whether a single worker process serves all requests
 */
public record Site(
    Configuration configuration,
    List<Server> servers,
    Map<String, Upstream> upstreams,
    Map<String, Directive> tables,
    VariableNames names,
    boolean oneWorker) {
  private static final Set<String> TABLES = Set.of("map", "geo", "split_clients");

  public Site {
    servers = List.copyOf(servers);
    upstreams = Map.copyOf(upstreams);
    tables = Map.copyOf(tables);
  }

  /** Reads a configuration, whose text has no faults. */
  public static Site of(Configuration configuration) {
    var top = configuration.directives();
    var http =
        top.stream()
            .filter(one -> one.is("http"))
            .findFirst()
            .map(one -> new Scope(one, Optional.empty()));
    var servers =
        http.stream()
            .flatMap(scope -> scope.own("server").stream().map(scope::inner))
            .map(Server::of)
            .toList();
    var upstreams = new HashMap<String, Upstream>();
    var tables = new HashMap<String, Directive>();
    for (var statement : http.map(Scope::statements).orElse(List.of())) {
      if (statement.is("upstream") && !statement.args().isEmpty()) {
        upstreams.put(statement.args().getFirst().text(), Upstream.of(statement));
      } else if (TABLES.contains(statement.name().text()) && !statement.args().isEmpty()) {
        var variable = statement.args().getLast().text().toLowerCase(Locale.ROOT);
        tables.put(variable.startsWith("$") ? variable.substring(1) : variable, statement);
      }
    }
    return new Site(
        configuration, servers, upstreams, tables, VariableNames.in(top), oneWorker(top));
  }

  /** {@code file:line} of a statement, the file relative to the main file's folder. */
  public String place(Directive statement) {
    Span span = statement.name().span();
    return configuration.nameOf(span.source()) + ":" + span.line();
  }

  private static boolean oneWorker(List<Directive> top) {
    boolean single = top.stream().anyMatch(one -> one.is("master_process") && one.saysFirst("off"));
    return single
        || top.stream()
            .filter(one -> one.is("worker_processes"))
            .allMatch(one -> one.saysFirst("1"));
  }
}
