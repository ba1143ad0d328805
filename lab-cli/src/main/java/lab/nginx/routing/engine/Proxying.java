package lab.nginx.routing.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Step;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.balance.Attempt;
import lab.nginx.routing.balance.Choice;
import lab.nginx.routing.balance.Group;
import lab.nginx.routing.balance.Upstreams;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.doubt.Numbers;
import lab.nginx.routing.notation.Escapes;
import lab.nginx.routing.notation.ProxyUrl;
import lab.nginx.routing.site.Handling;
import lab.nginx.routing.site.Scope;
import lab.nginx.routing.site.Template;

/**
 * Hands a request to an upstream: which one, with what request line and Host.
 *
 * <p>Source: nginx, {@code ngx_http_proxy_module.c}.
 */
final class Proxying {
  private static final List<String> DOUBTS = List.of("proxy_store", "proxy_pass_request_headers");

  private final Map<String, Group> groups;
  private final Upstreams upstreams;
  private final Surroundings surroundings;
  private final Exchange exchange;
  private final Variables variables;
  private final CachePhase cache;

  Proxying(Upstreams upstreams, Surroundings surroundings, Exchange exchange, Variables variables) {
    this.upstreams = upstreams;
    this.groups = upstreams.working();
    this.surroundings = surroundings;
    this.exchange = exchange;
    this.variables = variables;
    this.cache = new CachePhase(upstreams.memory(), exchange, variables);
  }

  Turn pass() {
    var scope = exchange.scope;
    for (var name : DOUBTS) {
      if (scope.value(name).filter(value -> !value.equals("off")).isPresent()
          && !(name.equals("proxy_pass_request_headers") && scope.on(name, true))) {
        throw new CannotTell("\"" + name + "\" is not followed");
      }
    }
    var owner = Handling.targetOwner(scope);
    var written =
        owner.own("proxy_pass").stream()
            .findFirst()
            .orElseThrow(() -> new CannotTell("no proxy_pass holds where one is asked for"))
            .args()
            .getFirst()
            .text();
    var template = Template.of(written);
    var url = template.constant() ? written : variables.evaluate(template);
    if (url.toLowerCase(Locale.ROOT).startsWith("https://")) {
      throw new CannotTell("an upstream over TLS is not followed");
    }
    if (template.constant() && !usable(url)) {
      throw new CannotTell("nginx refuses \"proxy_pass " + url + "\"");
    }
    if (!url.toLowerCase(Locale.ROOT).startsWith("http://")) {
      return Turn.ended(500, "proxy_pass makes \"" + url + "\", which is no URL");
    }
    var target = ProxyUrl.of(url.substring("http://".length()));
    if (!target.valid()) {
      return Turn.ended(500, "proxy_pass makes a URL without a good host and port");
    }
    var uri = uri(target.path(), template.constant(), owner);
    var group =
        template.constant()
            ? Optional.of(groups.computeIfAbsent(target.key(), key -> upstreams.literal(target)))
            : dynamic(target);
    exchange.proxied = Optional.of(target);
    if (group.isEmpty()) {
      return Turn.ended(502, "nginx has no resolver for \"" + target.authority() + "\"");
    }
    var method =
        exchange.scope.value("proxy_method").map(variables::evaluate).orElse(exchange.method);
    return ask(group.get(), target, uri, cache.method(target, uri, method));
  }

  private static boolean usable(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("http://")
        && ProxyUrl.of(url.substring("http://".length())).valid();
  }

  /** An upstream that is known by its text only now. */
  private Optional<Group> dynamic(ProxyUrl target) {
    if (target.isAddress()) {
      return Optional.of(upstreams.literal(target));
    }
    var known = Optional.ofNullable(groups.get(target.key()));
    if (known.isEmpty() && exchange.scope.value("resolver").isPresent()) {
      throw new CannotTell("\"" + target.authority() + "\" is whatever the resolver answers");
    }
    return known.or(() -> upstreams.writtenElsewhere(target));
  }

  private Turn ask(Group group, ProxyUrl target, String uri, String method) {
    var scope = exchange.scope;
    var next = scope.nearest("proxy_next_upstream");
    boolean retries =
        next.isEmpty()
            || next.getFirst().args().stream().anyMatch(word -> word.text().equals("error"));
    int most =
        scope
            .value("proxy_next_upstream_tries")
            .map(text -> Numbers.read(text, Integer.MAX_VALUE))
            .orElse(0);
    var attempt =
        new Attempt(
            exchange.endpoint.client(),
            group.hashTemplate().map(variables::evaluate).orElse(""),
            surroundings::answers,
            !retries ? 1 : most == 0 ? Integer.MAX_VALUE : most);
    var choice = group.choose(attempt);
    choice.refused().forEach(peer -> exchange.note(Step.Kind.UPSTREAM, peer + " does not answer"));
    return switch (choice) {
      case Choice.Answered(String address, var _) -> proxied(List.of(address), target, uri, method);
      case Choice.OneOf(List<String> addresses, String reason) -> {
        exchange.note(Step.Kind.UPSTREAM, "one of the group answers: " + reason);
        yield proxied(addresses, target, uri, method);
      }
      case Choice.Nobody(List<String> refused) -> {
        exchange.refused = refused;
        yield Turn.ended(502, refused.isEmpty() ? "no live upstreams" : "no upstream answers");
      }
    };
  }

  private Turn proxied(List<String> addresses, ProxyUrl target, String uri, String method) {
    exchange.note(
        Step.Kind.UPSTREAM,
        "\"" + target.authority() + "\" sends it to " + String.join(" or ", addresses));
    return new Turn.Sent(
        new Outcome.Proxied(addresses, uri, hostLine(target), method, exchange.errorStatus));
  }

  /** The Host line: {@code proxy_set_header Host}, else what stands in {@code proxy_pass}. */
  private Optional<String> hostLine(ProxyUrl target) {
    var set =
        exchange.scope.nearest("proxy_set_header").stream()
            .filter(one -> one.args().getFirst().text().equalsIgnoreCase("Host"))
            .toList();
    if (set.size() > 1) {
      throw new CannotTell("proxy_set_header Host stands twice");
    }
    var value =
        set.isEmpty()
            ? target.hostHeader()
            : variables.evaluate(set.getFirst().args().get(1).text());
    return Optional.of(value).filter(text -> !text.isEmpty());
  }

  private String uri(String urlPath, boolean constant, Scope owner) {
    if (!constant && !urlPath.isEmpty()) {
      // only where nginx reads the URL anew for each request does it see that the path is missing
      return urlPath.startsWith("?") ? "/" + urlPath : urlPath;
    }
    if (urlPath.isEmpty() && exchange.asTyped) {
      return exchange.typed;
    }
    int cut =
        exchange.locationHolds && !urlPath.isEmpty()
            ? Math.min(nameLength(owner), exchange.path.length())
            : 0;
    var rest = exchange.path.substring(cut);
    boolean escape = exchange.escaped || exchange.internal;
    var args = exchange.args.isEmpty() ? "" : "?" + exchange.args;
    return (exchange.locationHolds ? urlPath : "") + (escape ? Escapes.path(rest) : rest) + args;
  }

  private int nameLength(Scope owner) {
    return exchange
        .location
        .filter(location -> location.scope().statement().equals(owner.statement()))
        .map(location -> location.name().length())
        .orElse(0);
  }
}
