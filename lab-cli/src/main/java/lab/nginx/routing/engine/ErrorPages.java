package lab.nginx.routing.engine;

import java.util.Optional;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Step;
import lab.nginx.routing.doubt.Numbers;
import lab.nginx.routing.notation.Statuses;
import lab.nginx.syntax.Directive;

/**
 * What becomes of a request that ended with a status: {@code error_page}, a redirect, or nginx's
 * own page.
 *
 * <p>Source: nginx, {@code ngx_http_special_response.c}.
 */
final class ErrorPages {
  /** How a connection that is closed without an answer is shown, as nginx's log does. */
  private static final int CLOSE = 444;

  private final Exchange exchange;
  private final Variables variables;
  private final Redirects redirects;

  ErrorPages(Exchange exchange, Variables variables, Redirects redirects) {
    this.exchange = exchange;
    this.variables = variables;
    this.redirects = redirects;
  }

  Turn end(Turn.Ended ended) {
    int status = ended.status();
    if (Statuses.close(status)) {
      return closed(ended);
    }
    exchange.errorStatus = Optional.of(status);
    if (!exchange.errorPageUsed && exchange.changesLeft > 0) {
      var pages = exchange.scope.nearest("error_page");
      exchange.errorPageUsed =
          !pages.isEmpty() && !exchange.scope.on("recursive_error_pages", false);
      for (var page : pages) {
        if (covers(page, status)) {
          return show(page, status);
        }
      }
    }
    return Statuses.redirects(status) && exchange.redirect.isPresent()
        ? new Turn.Sent(new Outcome.Redirected(status, absolute(exchange.redirect.get())))
        : plain(ended);
  }

  private Turn plain(Turn.Ended ended) {
    return new Turn.Sent(new Outcome.Status(ended.status(), exchange.refused, ended.reason()));
  }

  private Turn closed(Turn.Ended ended) {
    var reason =
        ended.status() == CLOSE
            ? ended.reason()
            : ended.reason() + " closes the connection without an answer";
    return new Turn.Sent(new Outcome.Status(CLOSE, exchange.refused, reason));
  }

  private static boolean covers(Directive page, int status) {
    return page.args().subList(0, page.args().size() - 1).stream()
        .anyMatch(word -> word.text().equals(Integer.toString(status)));
  }

  private Turn show(Directive page, int status) {
    var overwrite =
        page.args().stream()
            .limit(page.args().size() - 1)
            .map(word -> word.text())
            .filter(text -> text.startsWith("="))
            .findFirst();
    if (overwrite.isPresent()) {
      var code = overwrite.get().substring(1);
      // a bare "=" leaves the status to whoever answers
      exchange.errorStatus =
          code.isEmpty() ? Optional.empty() : Optional.of(Numbers.read(code, 999));
    }
    var written = page.args().getLast().text();
    var target = variables.evaluate(written);
    exchange.note(Step.Kind.REDIRECT, "error_page answers the " + status + " with " + target);
    if (target.startsWith("@")) {
      return redirects.named(target);
    }
    if (!target.startsWith("/")) {
      int sent =
          overwrite.isEmpty() ? 302 : exchange.errorStatus.filter(Statuses::redirects).orElse(302);
      exchange.errorStatus = Optional.of(sent);
      exchange.redirect = Optional.of(target);
      return new Turn.Sent(new Outcome.Redirected(sent, absolute(target)));
    }
    if (!exchange.method.equals("HEAD")) {
      exchange.method = "GET";
    }
    int query = target.indexOf('?');
    return query < 0
        ? redirects.internal(target, "", "error_page")
        : redirects.internal(target.substring(0, query), target.substring(query + 1), "error_page");
  }

  /** The Location line: a path gets scheme, host and port in front. */
  private String absolute(String location) {
    var scope = exchange.scope;
    if (!location.startsWith("/") || !scope.on("absolute_redirect", true)) {
      return location;
    }
    var named = scope.on("server_name_in_redirect", false);
    var host =
        named
            ? exchange.server.primaryName()
            : exchange.host.isEmpty() ? exchange.endpoint.host() : exchange.host;
    boolean port = scope.on("port_in_redirect", true) && exchange.endpoint.port() != 80;
    return "http://" + host + (port ? ":" + exchange.endpoint.port() : "") + location;
  }
}
