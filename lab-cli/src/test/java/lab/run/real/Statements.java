package lab.run.real;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Makes the statements inside blocks. */
final class Statements {
  static final int GROUPS = 3;

  /** Where statements stand, which decides what nginx allows there. */
  enum Place {
    PREFIX,
    EXPRESSION,
    NAMED
  }

  private final Random random;
  private final List<String> live;
  private final List<String> dead;

  Statements(Random random, List<String> live, List<String> dead) {
    this.random = random;
    this.live = live;
    this.dead = dead;
  }

  String upstream(int number) {
    var text = new StringBuilder("  upstream g" + number + " {\n");
    var method =
        pick(
            List.of(
                "", "", "", "ip_hash", "least_conn", "hash $uri", "hash $arg_q$host", "random"));
    if (!method.isEmpty()) {
      text.append("    ").append(method).append(";\n");
    }
    boolean backups = method.isEmpty() || method.equals("least_conn");
    int count = 1 + random.nextInt(4);
    for (int at = 0; at < count; at++) {
      text.append("    server ").append(chance(4) ? pick(dead) : pick(live));
      text.append(chance(3) ? " weight=" + (1 + random.nextInt(5)) : "");
      text.append(chance(5) ? " max_fails=" + random.nextInt(3) : "");
      text.append(at > 0 && chance(6) ? " down" : "");
      text.append(at > 0 && backups && chance(5) ? " backup" : "");
      text.append(";\n");
    }
    return text.append("  }\n").toString();
  }

  /** Zones that limits and caches use. */
  String zones() {
    return """
      limit_req_zone %s zone=r0:1m rate=1r/m;
      limit_req_zone $arg_q zone=r1:1m rate=1000r/s;
      proxy_cache_path cache keys_zone=c0:1m;
    """
        .formatted(pick(List.of("$binary_remote_addr", "$uri", "$host$arg_q")));
  }

  private String limit(String indent) {
    return indent
        + "limit_req zone="
        + pick(
            List.of("r0 burst=40 nodelay", "r0 burst=2 nodelay", "r0", "r1", "r1 burst=3 nodelay"))
        + ";\n"
        + (chance(3) ? indent + "limit_req_status 429;\n" : "");
  }

  private String cache(String indent) {
    var text = new StringBuilder(indent + "proxy_cache c0;\n");
    text.append(chance(3) ? indent + "proxy_cache_key $uri$arg_q;\n" : "");
    text.append(chance(4) ? indent + "proxy_cache_bypass $arg_q;\n" : "");
    text.append(chance(3) ? indent + "proxy_cache_valid any 1m;\n" : "");
    text.append(chance(4) ? indent + "proxy_cache_methods POST;\n" : "");
    text.append(chance(4) ? indent + "proxy_cache_convert_head off;\n" : "");
    return text.toString();
  }

  String tables() {
    return """
      map $uri $unused { ~^/zz(?<v>x) zz; }
      map $uri $m {
        default none;
        /a one;
        ~^/b/(.*)$ "b-$1";
        ~*^/(?<mapped>C.*) $mapped;
        ~^/zz(?<seg>x)(?<sub>y) zz;
        \\~x tilde;
        "" empty;
      }
      map $arg_q $any { default $m; ~.* any; }
      map "$m:$any" $chain { none:any x; ~^(?<chained>b-.*):(.*)$ "$2-$chained"; default $uri; }
      map $args $vol { volatile; ~^q=(.)(.*)$ $2$1; ~^$ never; }
      geo $arg_q $ranged { ranges; default out; 10.0.0.0-10.0.0.9 low; 10.0.0.10-10.255.255.255 high; }
      map $host$arg_q $named { hostnames; one.test g0; *.test g1; .dot.test g2; default %s; }
      split_clients "$uri$arg_q" $split { 30.5%% low; 20%% mid; * rest; }
      geo $geo { default 0; 127.0.0.0/8 local; 127.0.0.1 here; 10.0.0.0/8 far; }
    """
        .formatted(pick(live));
  }

  String errorPage(String indent) {
    var codes =
        pick(List.of("404", "502", "403 404", "500 502 504", "405", "301", "400", "418", "401"));
    var overwrite = pick(List.of("", "", " =", " =200", " =404"));
    var target =
        pick(List.of(
                "/b.txt",
                "@one",
                "@two",
                "/a/b",
                "/missing",
                "/e?c=$status_none",
                "http://x.test/",
                "/err$uri"))
            .replace("$status_none", "1");
    return indent + "error_page " + codes + overwrite + " " + target + ";\n";
  }

  /** One statement of the rewrite module. */
  String rewriting(String indent, boolean inLocation, boolean mayEnd) {
    return switch (random.nextInt(mayEnd ? 6 : 4)) {
      case 0, 1 -> indent + "set $v \"" + value() + "\";\n";
      case 2 ->
          indent
              + "rewrite "
              + pick(Phrases.REWRITES)
              + pick(List.of("", " last", " break", "", inLocation ? " last" : ""))
              + ";\n";
      case 3 -> condition(indent, inLocation);
      case 4 ->
          indent
              + "rewrite "
              + pick(Phrases.REWRITES)
              + pick(List.of(" redirect", " permanent"))
              + ";\n";
      default -> back(indent);
    };
  }

  /** What stands in a location. */
  String body(String indent, Place place) {
    var text = new StringBuilder();
    if (place == Place.PREFIX && chance(12)) {
      text.append(indent).append("internal;\n");
    }
    for (int left = chance(3) ? 1 + random.nextInt(2) : 0; left > 0; left--) {
      text.append(rewriting(indent, true, chance(4)));
    }
    if (chance(6)) {
      text.append(errorPage(indent));
    }
    if (chance(10)) {
      text.append(indent)
          .append(
              pick(
                  List.of(
                      "deny all",
                      "allow 127.0.0.1;\n" + indent + "deny all",
                      "deny 127.0.0.0/8",
                      "deny 10.0.0.0/8")))
          .append(";\n");
    }
    if (chance(20)) {
      text.append(indent)
          .append("auth_basic realm;\n")
          .append(indent)
          .append("auth_basic_user_file users;\n");
      text.append(chance(2) ? indent + "satisfy any;\n" : "");
    }
    if (chance(12)) {
      text.append(indent)
          .append("limit_except ")
          .append(pick(List.of("GET", "POST", "GET POST")))
          .append(" { ")
          .append(pick(List.of("deny all; ", "", "proxy_pass http://g0; ", "allow all; ")))
          .append("}\n");
    }
    text.append(chance(15) ? limit(indent) : "");
    text.append(chance(15) ? cache(indent) : "");
    text.append(handler(indent, place));
    return text.toString();
  }

  private String handler(String indent, Place place) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> proxy(indent, place);
      case 3 -> back(indent);
      case 4 ->
          indent
              + "try_files "
              + pick(
                  List.of(
                      "$uri", "$uri $uri/", "/b.txt", "$uri.txt $uri/index.html", "/none $uri/"))
              + " "
              + pick(List.of("=404", "=418", "@one", "@two", "/a/b", "/b.txt?x=1", "/t$uri"))
              + ";\n";
      case 5 ->
          place == Place.PREFIX && chance(2)
              ? indent + "alias " + pick(List.of("www/a/", "www/a", "www/")) + ";\n"
              : indent
                  + "root "
                  + pick(List.of("www", "www/a", "www/"))
                  + ";\n"
                  + (chance(2)
                      ? indent
                          + "index "
                          + pick(
                              List.of(
                                  "b.txt index.html",
                                  "none.html",
                                  "/b.txt",
                                  "$arg_q.txt index.html"))
                          + ";\n"
                      : "");
      case 6 -> "";
      default -> condition(indent, true) + (chance(2) ? proxy(indent, place) : "");
    };
  }

  private String proxy(String indent, Place place) {
    var group =
        "http://"
            + (chance(5) ? chance(3) ? pick(dead) : pick(live) : "g" + random.nextInt(GROUPS));
    var target =
        place == Place.PREFIX && chance(2)
            ? group + pick(List.of("/", "/x", "/x/", "/x?y=1"))
            : chance(4)
                ? group
                    + pick(
                        List.of(
                            "$request_uri",
                            "$uri",
                            "/v$uri$is_args$args",
                            "/$arg_q",
                            "$v",
                            "/$1",
                            "/$seg?$args",
                            "$chain",
                            "/x?$args"))
                : chance(8) ? "http://$named" + pick(List.of("", "/n")) : group;
    var text = new StringBuilder(indent + "proxy_pass " + target + ";\n");
    if (chance(4)) {
      text.append(indent)
          .append("proxy_set_header ")
          .append(
              pick(
                  List.of(
                      "Host $host",
                      "Host $http_host",
                      "Host fixed",
                      "X-A b",
                      "Host \"\"",
                      "host $proxy_host",
                      "Host $host:$server_port",
                      "Host $m.test")))
          .append(";\n");
    }
    if (chance(10)) {
      text.append(indent)
          .append(
              pick(
                  List.of(
                      "proxy_method PUT",
                      "proxy_http_version 1.1",
                      "proxy_intercept_errors on",
                      "proxy_redirect off",
                      "proxy_next_upstream off",
                      "proxy_next_upstream_tries 2",
                      "proxy_next_upstream error timeout")))
          .append(";\n");
    }
    return text.toString();
  }

  private String condition(String indent, boolean inLocation) {
    var text = new StringBuilder(indent + "if " + pick(Phrases.CONDITIONS) + " {\n");
    if (chance(2)) {
      text.append(rewriting2(indent + "  "));
    }
    if (inLocation && chance(4)) {
      text.append(indent)
          .append("  proxy_pass http://g")
          .append(random.nextInt(GROUPS))
          .append(";\n");
    } else if (chance(2)) {
      text.append(back(indent + "  "));
    }
    return text.append(indent).append("}\n").toString();
  }

  private String rewriting2(String indent) {
    return switch (random.nextInt(4)) {
      case 0 -> indent + "set $v \"" + value() + "\";\n";
      case 1 ->
          indent
              + "rewrite "
              + pick(Phrases.REWRITES)
              + pick(List.of("", " last", " break"))
              + ";\n";
      case 2 -> indent + "break;\n";
      default -> indent + "set $args \"" + pick(List.of("", "q=9", "$args&z=1")) + "\";\n";
    };
  }

  private String back(String indent) {
    var text = pick(Phrases.RETURNS);
    while (text.contains("%s")) {
      text = text.replaceFirst("%s", Matcher.quoteReplacement(value()));
    }
    return indent + "return " + text + ";\n";
  }

  private String value() {
    return pick(Phrases.VALUES);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
