package lab.nginx.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/**
 * Ports that show elsewhere than in addresses. Redirects lead to the real ones. {@code
 * $server_port} stays what the person's file makes it, and what compares a client's words with a
 * port is refused.
 */
final class ShownPorts {
  private static final int HTTP = 80;
  private static final Set<String> REDIRECT_CODES = Set.of("301", "302", "303", "307", "308");

  /** Names by which a client has just reached this nginx. */
  private static final Pattern THIS_SERVER =
      Pattern.compile("\\$(?:host|server_name|server_addr|\\{(?:host|server_name|server_addr)})");

  /** A host, a port, and a variable that a URI is expected in. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\$\\w+|\\$\\{\\w+}|\\[[^\\]]*]|[^:$\\[]*)(?::(\\d{1,5}))?(\\$.*)?");

  /** The variable, but not as the port of a URL: that one is for clients to follow. */
  private static final Pattern SERVER_PORT =
      Pattern.compile(
          "(?<!://[^/]{1,200}:)\\$(\\{?)server_port(?![A-Za-z0-9_])", Pattern.CASE_INSENSITIVE);

  private static final Pattern PORT = Pattern.compile(":(\\d{1,5})(?!\\d)");

  private final Draft draft;
  private final String variable;

  ShownPorts(Draft draft) {
    this.draft = draft;
    this.variable = draft.free("lab_server_port");
  }

  void apply() {
    if (!draft.options().movesPorts()) {
      return;
    }
    boolean used = false;
    for (var placed : draft.statements()) {
      redirects(placed).forEach(this::redirect);
      comparison(placed);
      for (var word : placed.statement().args()) {
        if (SERVER_PORT.matcher(word.text()).find()) {
          used = true;
          draft
              .edits()
              .amend(word, text -> SERVER_PORT.matcher(text).replaceAll("\\$$1" + variable));
        }
      }
    }
    if (used) {
      define();
    }
  }

  /** At the end of the block: a table before the person's own hash sizes would forbid those. */
  private void define() {
    var rows = new TreeMap<Integer, Integer>();
    draft.options().ports().forEach((named, real) -> rows.put(real, named));
    var text = new StringBuilder(" map $server_port $" + variable + " { default $server_port;");
    for (Map.Entry<Integer, Integer> row : rows.entrySet()) {
      text.append(' ').append(row.getKey()).append(' ').append(row.getValue()).append(';');
    }
    draft
        .http()
        .flatMap(http -> http.block())
        .ifPresent(block ->
            draft.edits().insert(block.close().source(), block.close().start(), text + " } "));
  }

  /** The words of a statement that may send a client elsewhere. */
  private static List<Word> redirects(Placed placed) {
    var args = placed.statement().args();
    if (args.isEmpty() || placed.context().isEmpty()) {
      return List.of();
    }
    return switch (placed.statement().name().text()) {
      case "return" ->
          args.size() == 1 || REDIRECT_CODES.contains(args.getFirst().text())
              ? List.of(args.getLast())
              : List.of();
      case "rewrite" -> args.size() > 1 ? List.of(args.get(1)) : List.of();
      case "error_page" -> List.of(args.getLast());
      case "proxy_redirect" -> args;
      default -> List.of();
    };
  }

  private void redirect(Word word) {
    if (word.text().startsWith("~")) {
      refuseIfMoved(word, "a pattern of redirects");
      return;
    }
    var target = Target.parse(word.text()).filter(one -> !one.scheme().isEmpty());
    if (target.isEmpty()) {
      return;
    }
    var authority = AUTHORITY.matcher(target.get().authority());
    if (!authority.matches()) {
      return;
    }
    var host = authority.group(1);
    var address = new Address(host, OptionalInt.empty());
    int port = authority.group(2) == null ? HTTP : Integer.parseInt(authority.group(2));
    int real = draft.options().real(port);
    if (real != port && (address.here() || THIS_SERVER.matcher(host).matches())) {
      var more = Optional.ofNullable(authority.group(3)).orElse("");
      draft.edits().replace(word, target.get().to(host + ":" + real + more).toString());
    }
  }

  private void comparison(Placed placed) {
    var statement = placed.statement();
    if (placed.is("if")) {
      statement.args().forEach(word -> refuseIfMoved(word, "what is compared with it"));
    } else if (placed.is("map")
        && statement.args().stream().noneMatch(word -> SERVER_PORT.matcher(word.text()).find())) {
      statement.block().stream()
          .flatMap(block -> block.directives().stream())
          .forEach(row -> refuseIfMoved(row.name(), "what is compared with it"));
    }
  }

  private void refuseIfMoved(Word word, String other) {
    boolean moved =
        PORT.matcher(word.text())
            .results()
            .map(found -> Integer.parseInt(found.group(1)))
            .anyMatch(port -> draft.options().real(port) != port);
    if (moved) {
      draft.refuse(
          word.span(),
          "\""
              + word.text()
              + "\" names a port that is another one here, so "
              + other
              + " would differ",
          "free the ports that the file names, or leave the port out here");
    }
  }
}
