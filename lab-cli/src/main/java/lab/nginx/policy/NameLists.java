package lab.nginx.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lab.nginx.grammar.Context;

/** The names that may stand in each context, and why some of the others may not. */
final class NameLists {
  private static final List<Row> ALLOWED = rows("allowed.tsv");
  private static final List<Row> REFUSED = rows("refused.tsv");
  private static final String OFF = "off";
  private static final Set<Context> SHARED = Set.of(Context.HTTP, Context.SERVER, Context.LOCATION);

  private NameLists() {}

  /**
   * Why a directive is refused.
   *
   * @param rule the rule's name
   * @param reason completes "because it ..."
   */
  record Reason(String rule, String reason) {}

  /** A line of a list: a context or a rule, its reason if it has one, and names. */
  private record Row(String key, String reason, List<String> names) {
    static Row parse(String line) {
      var cells = line.split("\t", -1);
      var names = List.of(cells[cells.length - 1].split(" ", -1));
      return new Row(cells[0], cells.length == 3 ? cells[1] : "", names);
    }

    boolean matches(String name) {
      return names.stream().anyMatch(pattern -> fits(pattern, name));
    }

    private static boolean fits(String pattern, String name) {
      if (pattern.indexOf('*') < 0) {
        return name.equals(pattern);
      }
      var core = pattern.replace("*", "");
      boolean start = pattern.endsWith("*");
      return pattern.startsWith("*")
          ? start ? name.contains(core) : name.endsWith(core)
          : name.startsWith(core);
    }
  }

  /** Whether a name may stand in a context. */
  static boolean allowed(String name, Context context) {
    return ALLOWED.stream()
        .filter(row -> covers(row.key(), context))
        .anyMatch(row -> row.matches(name));
  }

  /** Whether a name may stand in a context to switch something off that is off anyway. */
  static boolean mayBeOff(String name, Context context) {
    return SHARED.contains(context)
        && ALLOWED.stream().anyMatch(row -> row.key().equals(OFF) && row.matches(name));
  }

  /** The reason for a name that is allowed nowhere. */
  static Optional<Reason> refused(String name) {
    boolean elsewhere =
        ALLOWED.stream().anyMatch(row -> !row.key().equals(OFF) && row.matches(name));
    return REFUSED.stream()
        .filter(row -> !elsewhere && row.matches(name))
        .map(row -> new Reason(row.key(), row.reason()))
        .findFirst();
  }

  private static boolean covers(String cell, Context context) {
    return switch (cell) {
      case "shared" -> SHARED.contains(context);
      case "if" -> context == Context.SERVER_IF || context == Context.LOCATION_IF;
      default -> context.name().equals(cell.toUpperCase(Locale.ROOT));
    };
  }

  private static List<Row> rows(String resource) {
    try (var in = NameLists.class.getResourceAsStream(resource)) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().filter(line -> !line.startsWith("#")).map(Row::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
