package lab.run.real;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Makes configurations that nginx accepts, over all that the resolver claims to follow. */
final class ConfigurationMaker {
  private static final List<String> PATHS =
      List.of("/", "/a", "/a/", "/a/b", "/a/b/", "/ab", "/b/", "/b", "/c", "/img/", "/a b", "/Q");
  private static final List<String> EXPRESSIONS =
      List.of(
          "^/a",
          "\\.txt$",
          "^/(a|b)/(.*)$",
          "(?<seg>[^/]+)$",
          "^/[[:alpha:]]+$",
          "b",
          "^/a/(.+)\\.(\\w+)$",
          "/$",
          "^/x?(q)?",
          "\"^/(\\w{1,2})/?\"");
  private static final List<String> NAMES =
      List.of(
          "one.test",
          "*.test",
          "two.*",
          ".dot.test",
          "~^r\\d+\\.test$",
          "~^(?<sub>\\w+)\\.deep\\.test$",
          "_",
          "localhost",
          "\"\"",
          "www.one.test",
          "*.one.test",
          "~^(www|api)\\.");

  private final Dice dice;
  private final Declarations declarations;
  private final Rewriting rewriting;
  private final Statements statements;
  private final List<Integer> ports;
  private final Map<String, String> included = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();

  ConfigurationMaker(Random random, List<Integer> ports, List<String> live, List<String> dead) {
    this.dice = new Dice(random);
    this.declarations = new Declarations(dice, live, dead);
    this.rewriting = new Rewriting(dice);
    this.ports = ports;
    this.statements = new Statements(dice, live, dead);
  }

  /** The files that the main file includes: their texts by name. */
  Map<String, String> included() {
    return included;
  }

  String make() {
    text.append("events {}\nhttp {\n").append(declarations.zones());
    for (int group = 0; group < Declarations.GROUPS; group++) {
      text.append(declarations.upstream(group));
    }
    text.append(declarations.tables());
    if (dice.chance(5)) {
      text.append("  error_page 404 /b.txt;\n");
    }
    var taken = new HashSet<String>();
    int servers = 1 + dice.below(4);
    for (int number = 0; number < servers; number++) {
      server(number, taken);
    }
    return text.append("}\n").toString();
  }

  private void server(int number, Set<String> taken) {
    text.append("  server {\n");
    int port = number == 0 ? ports.getFirst() : dice.pick(ports);
    var address = dice.pick(List.of("", "127.0.0.1:", "*:")) + port;
    boolean byDefault = dice.chance(4) && taken.add("default " + address.replace("*:", ""));
    text.append("    listen ")
        .append(address)
        .append(byDefault ? " default_server" : "")
        .append(";\n");
    if (dice.chance(4)) {
      // another address of the same server, whose default is another one
      var other = address.startsWith("127") ? "*:" + port : "127.0.0.1:" + port;
      boolean otherDefault = dice.chance(2) && taken.add("default " + other.replace("*:", ""));
      text.append("    listen ")
          .append(other)
          .append(otherDefault ? " default_server" : "")
          .append(";\n");
    }
    for (int left = dice.below(4); left > 0; left--) {
      var name = dice.pick(NAMES);
      if (taken.add(port + name)) {
        text.append("    server_name ").append(name).append(dice.chance(3) ? " n" + left : "");
        text.append(";\n");
      }
    }
    text.append(dice.chance(3) ? "" : "    root www;\n");
    if (dice.chance(6)) {
      text.append("    ")
          .append(
              dice.pick(
                  List.of(
                      "merge_slashes off",
                      "port_in_redirect off",
                      "absolute_redirect off",
                      "server_name_in_redirect on",
                      "recursive_error_pages on")))
          .append(";\n");
    }
    if (dice.chance(3)) {
      text.append(statements.errorPage("    "));
    }
    if (dice.chance(8)) {
      text.append("    try_files $uri $uri/ ")
          .append(dice.pick(List.of("=404", "@one", "/b.txt")))
          .append(";\n");
    }
    for (int left = dice.chance(2) ? 1 + dice.below(2) : 0; left > 0; left--) {
      text.append(rewriting.one("    ", false, dice.chance(3)));
    }
    var names = new HashSet<String>();
    for (int left = 2 + dice.below(6); left > 0; left--) {
      location("    ", "", names, 0);
    }
    if (dice.chance(3)) {
      text.append("    include inc/").append(number).append("-*.conf;\n");
      var outer = text.length();
      location("", "", names, 0);
      included.put("inc/" + number + "-a.conf", text.substring(outer));
      text.setLength(outer);
      location("", "", names, 0);
      included.put("inc/" + number + "-b.conf", text.substring(outer));
      text.setLength(outer);
    }
    for (var name : List.of("@one", "@two")) {
      text.append("    location ").append(name).append(" {\n");
      text.append(statements.body("      ", Statements.Place.NAMED));
      text.append("    }\n");
    }
    text.append("  }\n");
  }

  private void location(String indent, String within, Set<String> names, int depth) {
    // nginx allows only expressions inside an expression
    boolean expression = within.equals("~") || dice.chance(within.isEmpty() ? 3 : 4);
    String head;
    if (expression) {
      head = (dice.chance(3) ? "~* " : "~ ") + dice.pick(EXPRESSIONS);
    } else {
      var path = within + dice.pick(PATHS).substring(within.endsWith("/") ? 1 : 0);
      var quoted = path.contains(" ") ? "\"" + path + "\"" : path;
      boolean exact = dice.chance(4);
      head = exact ? "= " + quoted : (dice.chance(4) ? "^~ " : "") + quoted;
      if (!names.add(exact ? "=" + path : path)) {
        return;
      }
    }
    if (expression && !names.add(head)) {
      return;
    }
    boolean exact = head.startsWith("=");
    text.append(indent).append("location ").append(head).append(" {\n");
    var place = expression ? Statements.Place.EXPRESSION : Statements.Place.PREFIX;
    text.append(statements.body(indent + "  ", place));
    if (depth < 2 && !exact && dice.chance(4)) {
      var inner = new HashSet<String>();
      var name = expression ? "~" : head.replace("^~ ", "").replace("\"", "");
      for (int left = 1 + dice.below(3); left > 0; left--) {
        location(indent + "  ", name, inner, depth + 1);
      }
    }
    text.append(indent).append("}\n");
  }
}
