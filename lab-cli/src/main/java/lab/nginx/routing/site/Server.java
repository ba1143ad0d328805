package lab.nginx.routing.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lab.nginx.routing.notation.HostName;
import lab.nginx.routing.pattern.BytePattern;
import lab.nginx.routing.pattern.Match;
import lab.nginx.syntax.Word;

/**
 * A {@code server} block.
 *
 * @param scope its block
 * @param listens the addresses it listens on
 * @param names its names, lower case except for expressions, in file order
 * @param locations the locations directly in it
 */
public record Server(Scope scope, List<Listen> listens, List<Name> names, Locations locations) {
  /** One of a server's names. */
  public sealed interface Name {
    /** {@code a.example}, also the bare name of {@code .a.example}. */
    record Exact(String name) implements Name {}

    /** {@code *.example}: the part with its leading dot. */
    record Ending(String suffix) implements Name {}

    /** {@code www.*}: the part with its final dot. */
    record Beginning(String prefix) implements Name {}

    /** {@code ~expression}. */
    record Expression(BytePattern pattern) implements Name {}
  }

  public Server {
    listens = List.copyOf(listens);
    names = List.copyOf(names);
  }

  static Server of(Scope scope) {
    var listens = scope.own("listen").stream().flatMap(Listen::of).toList();
    var written = scope.own("server_name").stream().flatMap(one -> one.args().stream());
    // a server without names has the empty one, which a request without a Host line asks for
    var names =
        scope.own("server_name").isEmpty()
            ? List.<Name>of(new Name.Exact(""))
            : written.map(Word::text).flatMap(text -> names(text).stream()).toList();
    var all =
        scope.own("listen").isEmpty() ? List.of(new Listen("*", 80, false, List.of())) : listens;
    return new Server(scope, all, names, Locations.in(scope));
  }

  public boolean hasExact(String host) {
    return names.contains(new Name.Exact(host));
  }

  /** The longest wildcard at the beginning that a host fits; 0 when none does. */
  public int endingLength(String host) {
    return names.stream()
        .mapToInt(name ->
            name instanceof Name.Ending(String suffix) && host.endsWith(suffix)
                ? suffix.length()
                : 0)
        .max()
        .orElse(0);
  }

  /** The longest wildcard at the end that a host fits; 0 when none does. */
  public int beginningLength(String host) {
    return names.stream()
        .mapToInt(name ->
            name instanceof Name.Beginning(String prefix)
                    && host.length() > prefix.length()
                    && host.startsWith(prefix)
                ? prefix.length()
                : 0)
        .max()
        .orElse(0);
  }

  /** What the first of its expressions that a host fits captured. */
  public Optional<Match> expression(String host) {
    return names.stream()
        .flatMap(name ->
            name instanceof Name.Expression(BytePattern pattern)
                ? pattern.find(host).stream()
                : Stream.empty())
        .findFirst();
  }

  /** The name that redirects and {@code $server_name} use: the first one. */
  public String primaryName() {
    var first =
        scope.own("server_name").stream()
            .flatMap(one -> one.args().stream())
            .map(Word::text)
            .findFirst()
            .orElse("");
    if (first.startsWith("~")) {
      return first;
    }
    var name = written(first);
    return name.startsWith(".") ? name.substring(1) : name;
  }

  /** A name in lower case, the machine's own where it is asked for. */
  private static String written(String text) {
    var name = text.toLowerCase(Locale.ROOT);
    return name.equals("$hostname") ? HostName.ofThisMachine() : name;
  }

  private static List<Name> names(String text) {
    if (text.startsWith("~")) {
      // hosts arrive in lower case: nginx then lets an upper case letter match them too
      boolean ignoreCase = text.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
      return List.of(new Name.Expression(BytePattern.of(text.substring(1), ignoreCase)));
    }
    var name = written(text);
    if (name.startsWith("*.")) {
      return List.of(new Name.Ending(name.substring(1)));
    }
    if (name.startsWith(".")) {
      return List.of(new Name.Exact(name.substring(1)), new Name.Ending(name));
    }
    if (name.endsWith(".*")) {
      return List.of(new Name.Beginning(name.substring(0, name.length() - 1)));
    }
    return List.of(new Name.Exact(name));
  }
}
