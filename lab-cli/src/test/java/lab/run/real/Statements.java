package lab.run.real;

import java.util.List;

/** Makes the statements inside servers and locations. */
final class Statements {
  /** Where statements stand, which decides what nginx allows there. */
  enum Place {
    PREFIX,
    EXPRESSION,
    NAMED
  }

  private final Dice dice;
  private final Rewriting rewriting;
  private final List<String> live;
  private final List<String> dead;

  Statements(Dice dice, List<String> live, List<String> dead) {
    this.dice = dice;
    this.rewriting = new Rewriting(dice);
    this.live = live;
    this.dead = dead;
  }

  String errorPage(String indent) {
    var codes =
        dice.pick(
            List.of("404", "502 414", "403 404", "500 502 504", "405", "301", "400", "418", "401"));
    var overwrite = dice.pick(List.of("", "", " =", " =200", " =404", " =204"));
    var target =
        dice.pick(
                List.of(
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

  /** What stands in a location. */
  String body(String indent, Place place) {
    var text = new StringBuilder();
    if (place == Place.PREFIX && dice.chance(12)) {
      text.append(indent).append("internal;\n");
    }
    for (int left = dice.chance(3) ? 1 + dice.below(2) : 0; left > 0; left--) {
      text.append(rewriting.one(indent, true, dice.chance(4)));
    }
    if (dice.chance(6)) {
      text.append(errorPage(indent));
    }
    if (dice.chance(10)) {
      text.append(indent)
          .append(
              dice.pick(
                  List.of(
                      "deny all",
                      "allow 127.0.0.1;\n" + indent + "deny all",
                      "deny 127.0.0.0/8",
                      "deny 10.0.0.0/8")))
          .append(";\n");
    }
    if (dice.chance(20)) {
      text.append(indent)
          .append("auth_basic realm;\n")
          .append(indent)
          .append("auth_basic_user_file users;\n");
      text.append(dice.chance(2) ? indent + "satisfy any;\n" : "");
    }
    if (dice.chance(12)) {
      text.append(indent)
          .append("limit_except ")
          .append(dice.pick(List.of("GET", "POST", "GET POST")))
          .append(" { ")
          .append(dice.pick(List.of("deny all; ", "", "proxy_pass http://g0; ", "allow all; ")))
          .append("}\n");
    }
    text.append(dice.chance(15) ? limit(indent) : "");
    text.append(dice.chance(15) ? cache(indent) : "");
    text.append(handler(indent, place));
    return text.toString();
  }

  private String handler(String indent, Place place) {
    return switch (dice.below(8)) {
      case 0, 1, 2 -> proxy(indent, place);
      case 3 -> rewriting.back(indent);
      case 4 ->
          indent
              + "try_files "
              + dice.pick(
                  List.of(
                      "$uri", "$uri $uri/", "/b.txt", "$uri.txt $uri/index.html", "/none $uri/"))
              + " "
              + dice.pick(List.of("=404", "=418", "@one", "@two", "/a/b", "/b.txt?x=1", "/t$uri"))
              + ";\n";
      case 5 ->
          place == Place.PREFIX && dice.chance(2)
              ? indent + "alias " + dice.pick(List.of("www/a/", "www/a", "www/")) + ";\n"
              : indent
                  + "root "
                  + dice.pick(List.of("www", "www/a", "www/"))
                  + ";\n"
                  + (dice.chance(2)
                      ? indent
                          + "index "
                          + dice.pick(
                              List.of(
                                  "b.txt index.html",
                                  "none.html",
                                  "/b.txt",
                                  "$arg_q.txt index.html"))
                          + ";\n"
                      : "");
      case 6 -> "";
      default -> rewriting.condition(indent, true) + (dice.chance(2) ? proxy(indent, place) : "");
    };
  }

  private String proxy(String indent, Place place) {
    var group =
        "http://"
            + (dice.chance(5)
                ? dice.chance(3) ? dice.pick(dead) : dice.pick(live)
                : "g" + dice.below(Declarations.GROUPS));
    var target =
        place == Place.PREFIX && dice.chance(2)
            ? group + dice.pick(List.of("/", "/x", "/x/", "/x?y=1", "?y=1"))
            : dice.chance(4)
                ? group
                    + dice.pick(
                        List.of(
                            "$request_uri",
                            "$uri",
                            "/v$uri$is_args$args",
                            "/$arg_q",
                            "$v",
                            "/$1",
                            "/$seg?$args",
                            "$chain",
                            "/x?$args",
                            "?$args"))
                : dice.chance(8) ? "http://$named" + dice.pick(List.of("", "/n")) : group;
    var text = new StringBuilder(indent + "proxy_pass " + target + ";\n");
    if (dice.chance(4)) {
      text.append(indent)
          .append("proxy_set_header ")
          .append(
              dice.pick(
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
    if (dice.chance(10)) {
      text.append(indent)
          .append(
              dice.pick(
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

  private String limit(String indent) {
    return indent
        + "limit_req zone="
        + dice.pick(
            List.of("r0 burst=40 nodelay", "r0 burst=2 nodelay", "r0", "r1", "r1 burst=3 nodelay"))
        + ";\n"
        + (dice.chance(3) ? indent + "limit_req_status 429;\n" : "");
  }

  private String cache(String indent) {
    var text = new StringBuilder(indent + "proxy_cache c0;\n");
    text.append(dice.chance(3) ? indent + "proxy_cache_key $uri$arg_q;\n" : "");
    text.append(dice.chance(4) ? indent + "proxy_cache_bypass $arg_q;\n" : "");
    text.append(dice.chance(3) ? indent + "proxy_cache_valid any 1m;\n" : "");
    text.append(dice.chance(4) ? indent + "proxy_cache_methods POST;\n" : "");
    text.append(dice.chance(4) ? indent + "proxy_cache_convert_head off;\n" : "");
    return text.toString();
  }
}
