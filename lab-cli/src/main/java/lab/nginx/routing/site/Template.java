package lab.nginx.routing.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text with variables in it, such as {@code /app$uri?$args}.
 *
 * @param source as it stands in the file
 * @param parts in order
 */
public record Template(String source, List<Part> parts) {
  /** A piece of a template. */
  public sealed interface Part {
    /** Text that stands for itself. */
    record Literal(String text) implements Part {}

    /** {@code $name} or <code>${name}</code>; lower case, for nginx keeps names so. */
    record Variable(String name) implements Part {}

    /** {@code $1} to {@code $9}: a group of the last regular expression that matched. */
    record Capture(int group) implements Part {}
  }

  public Template {
    parts = List.copyOf(parts);
  }

  /** Reads a template. */
  public static Template of(String source) {
    var parts = new ArrayList<Part>();
    int at = 0;
    while (at < source.length()) {
      int dollar = source.indexOf('$', at);
      if (dollar < 0 || dollar == source.length() - 1) {
        parts.add(new Part.Literal(source.substring(at)));
        break;
      }
      if (dollar > at) {
        parts.add(new Part.Literal(source.substring(at, dollar)));
      }
      char next = source.charAt(dollar + 1);
      if (next >= '1' && next <= '9') {
        parts.add(new Part.Capture(next - '0'));
        at = dollar + 2;
        continue;
      }
      int begin = next == '{' ? dollar + 2 : dollar + 1;
      int end = begin;
      while (end < source.length() && isNameLetter(source.charAt(end))) {
        end++;
      }
      parts.add(new Part.Variable(source.substring(begin, end).toLowerCase(Locale.ROOT)));
      at = next == '{' ? Math.min(source.length(), end + 1) : end;
    }
    return new Template(source, parts);
  }

  public boolean constant() {
    return parts.stream().allMatch(part -> part instanceof Part.Literal);
  }

  private static boolean isNameLetter(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
