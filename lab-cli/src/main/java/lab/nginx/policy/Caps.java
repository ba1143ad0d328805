package lab.nginx.policy;

import java.util.List;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;

/** How many of something a configuration may hold. */
final class Caps {
  private static final int LOCATIONS = 200;
  private static final int SERVERS = 20;
  private static final int PEERS = 50;
  private static final int ROWS = 1_000;
  private static final int REGEXES = 30;
  private static final int REGEX_BYTES = 200;

  private Caps() {}

  static void check(List<Placed> statements, Findings findings) {
    atMost(LOCATIONS, "locations", named(statements, "location"), findings);
    atMost(SERVERS, "servers", in(Context.HTTP, named(statements, "server")), findings);
    atMost(PEERS, "peers", in(Context.UPSTREAM, named(statements, "server")), findings);
    var rows = statements.stream().filter(placed -> placed.context().isEmpty()).toList();
    atMost(ROWS, "rows of tables", rows, findings);
    var regexes = statements.stream().flatMap(placed -> Regexes.in(placed).stream()).toList();
    if (regexes.size() > REGEXES) {
      findings.refuse(
          "limit", regexes.get(REGEXES), "more than " + REGEXES + " regular expressions");
    }
    for (var regex : regexes) {
      if (regex.text().length() > REGEX_BYTES) {
        findings.refuse("limit", regex, "a regular expression may have " + REGEX_BYTES + " bytes");
      }
    }
  }

  private static List<Placed> named(List<Placed> statements, String name) {
    return statements.stream().filter(placed -> placed.is(name)).toList();
  }

  private static List<Placed> in(Context context, List<Placed> statements) {
    return statements.stream().filter(placed -> placed.in(context)).toList();
  }

  private static void atMost(int most, String what, List<Placed> found, Findings findings) {
    if (found.size() > most) {
      findings.refuse("limit", found.get(most).statement(), "more than " + most + " " + what);
    }
  }
}
