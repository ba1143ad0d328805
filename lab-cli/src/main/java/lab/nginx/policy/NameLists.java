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
  private static final List<String[]> ALLOWED = rows("allowed.tsv");
  private static final List<String[]> REFUSED = rows("refused.tsv");
  private static final Set<Context> SHARED = Set.of(Context.HTTP, Context.SERVER, Context.LOCATION);

  private NameLists() {}

  /**
   * Why a directive is refused.
   *
   * @param rule the rule's name
   * @param reason completes "because it ..."
   */
  record Reason(String rule, String reason) {}

  /** Whether a name may stand in a context. */
  static boolean allowed(String name, Context context) {
    return ALLOWED.stream()
        .filter(row -> covers(row[0], context))
        .anyMatch(row -> matches(row[1], name));
  }

  /** The reason for a name that is allowed nowhere. */
  static Optional<Reason> refused(String name) {
    boolean elsewhere = ALLOWED.stream().anyMatch(row -> matches(row[1], name));
    return REFUSED.stream()
        .filter(row -> !elsewhere && matches(row[2], name))
        .map(row -> new Reason(row[0], row[1]))
        .findFirst();
  }

  private static boolean covers(String cell, Context context) {
    return switch (cell) {
      case "shared" -> SHARED.contains(context);
      case "if" -> context == Context.SERVER_IF || context == Context.LOCATION_IF;
      default -> context.name().equals(cell.toUpperCase(Locale.ROOT));
    };
  }

  private static boolean matches(String names, String name) {
    for (var pattern : names.split(" ", -1)) {
      var core = pattern.replace("*", "");
      boolean fits =
          pattern.startsWith("*")
              ? pattern.endsWith("*") ? name.contains(core) : name.endsWith(core)
              : pattern.endsWith("*") ? name.startsWith(core) : name.equals(core);
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private static List<String[]> rows(String resource) {
    try (var in = NameLists.class.getResourceAsStream(resource)) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
