package lab.nginx.routing.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.notation.Addresses;
import lab.nginx.routing.notation.HostName;
import lab.nginx.routing.notation.ProxyUrl;
import lab.nginx.routing.pattern.Match;
import lab.nginx.routing.site.Site;
import lab.nginx.routing.site.Table;
import lab.nginx.routing.site.Template;

/** The values of variables and of texts that contain them, for one request. */
final class Variables {
  /** Headers that a client may send of its own accord, whose values nobody named. */
  private static final Set<String> UNSAID_HEADERS =
      Set.of(
          "http_user_agent",
          "http_accept",
          "http_accept_encoding",
          "http_accept_language",
          "http_connection",
          "http_content_length",
          "http_content_type",
          "content_length",
          "content_type");

  private static final int DEPTH = 32;

  private final Site site;
  private final Map<String, Table> tables;
  private final Exchange exchange;
  private int depth;

  Variables(Site site, Map<String, Table> tables, Exchange exchange) {
    this.site = site;
    this.tables = tables;
    this.exchange = exchange;
  }

  String evaluate(String template) {
    return evaluate(Template.of(template));
  }

  /** A template's text now. */
  String evaluate(Template template) {
    var text = new StringBuilder();
    for (var part : template.parts()) {
      text.append(
          switch (part) {
            case Template.Part.Literal(String literal) -> literal;
            case Template.Part.Variable(String name) -> value(name);
            case Template.Part.Capture(int group) -> exchange.captures.group(group);
          });
    }
    return text.toString();
  }

  /** A variable's value now. */
  String value(String name) {
    // what the file defines hides a header, cookie or argument of that name
    var remembered = exchange.variables.get(name);
    if (remembered != null) {
      return remembered;
    }
    var table = tables.get(name);
    if (table == null) {
      return undefined(name);
    }
    if (++depth > DEPTH) {
      throw new CannotTell("$" + name + " is defined by itself");
    }
    var value = lookUp(table);
    depth--;
    if (!(table instanceof Table.ByValue map) || map.cached()) {
      exchange.variables.put(name, value);
    }
    return value;
  }

  private String undefined(String name) {
    if (site.names().captured().contains(name)) {
      return "";
    }
    var known = builtIn(name);
    if (known.isPresent()) {
      return known.get();
    }
    if (NAMED_BY_FILE.contains(name) || !site.names().set().contains(name)) {
      throw new CannotTell("the value of $" + name + " is not known before the request is made");
    }
    return "";
  }

  /** Gives a variable a value, as {@code set} does. */
  void set(String name, String value) {
    switch (name) {
      case "args", "query_string" -> {
        if (name.equals("query_string")) {
          throw new CannotTell("$query_string is set");
        }
        exchange.args = value;
        exchange.asTyped = false;
      }
      default -> exchange.variables.put(name, value);
    }
  }

  /** Remembers what an expression captured. */
  void captured(Match match) {
    exchange.captures = match;
    exchange.variables.putAll(match.named());
  }

  private static final Set<String> NAMED_BY_FILE = Set.of("proxy_add_x_forwarded_for");

  private Optional<String> builtIn(String name) {
    if (name.startsWith("arg_")) {
      return Optional.of(argument(name.substring("arg_".length())));
    }
    if (UNSAID_HEADERS.contains(name)) {
      throw new CannotTell("$" + name + " depends on a header that was not named");
    }
    if (List.of("document_root", "request_filename").contains(name)
        && exchange.scope.owner("root", "alias").isEmpty()) {
      throw new CannotTell("$" + name + " depends on nginx's own folder, for no root is set");
    }
    return Optional.ofNullable(
        switch (name) {
          case "uri", "document_uri" -> exchange.path;
          case "args", "query_string" -> exchange.args;
          case "is_args" -> exchange.args.isEmpty() ? "" : "?";
          case "request_uri" -> exchange.typed;
          case "request_method" -> exchange.method;
          case "host" -> exchange.host.isEmpty() ? exchange.server.primaryName() : exchange.host;
          case "http_host" -> exchange.request.host().orElse("");
          case "scheme" -> "http";
          case "https", "remote_user", "http_cookie" -> "";
          case "server_name" -> exchange.server.primaryName();
          case "hostname" -> HostName.ofThisMachine();
          case "server_port" -> Integer.toString(exchange.endpoint.port());
          case "server_addr" -> exchange.endpoint.plainHost();
          case "binary_remote_addr" -> Addresses.binary(exchange.endpoint.client());
          case "proxy_host" -> exchange.proxied.map(ProxyUrl::hostHeader).orElse("");
          case "proxy_port" -> exchange.proxied.map(ProxyUrl::portText).orElse("");
          case "remote_addr", "proxy_add_x_forwarded_for" -> exchange.endpoint.client();
          case "server_protocol" -> "HTTP/1.1";
          case "request" -> exchange.request.method() + " " + exchange.request.uri() + " HTTP/1.1";
          case "document_root" -> Paths.absolute(site.configuration(), Paths.root(exchange, this));
          case "request_filename" ->
              Paths.file(exchange, this)
                  .map(file -> Paths.absolute(site.configuration(), file))
                  .orElse("");
          default -> name.startsWith("http_") || name.startsWith("cookie_") ? "" : null;
        });
  }

  /** The first argument of a name, compared without case. */
  private String argument(String name) {
    for (var pair : exchange.args.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals == name.length() && pair.substring(0, equals).equalsIgnoreCase(name)) {
        return pair.substring(equals + 1);
      }
    }
    return "";
  }

  private String lookUp(Table table) {
    return switch (table) {
      case Table.ByValue map -> evaluate(Lookup.in(map, evaluate(map.source()), this));
      case Table.ByAddress geo -> Lookup.in(geo, evaluate(geo.source()));
      case Table.ByHash split -> Lookup.in(split, evaluate(split.source()));
    };
  }
}
