package lab.jshell.child;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Values in words: texts quoted, arrays and collections with one element a line when they are long.
 */
final class Values {
  private static final int LONG = 72;
  private static final int MOST_ELEMENTS = 100;
  private static final int MOST_LETTERS = 32_000;

  private Values() {}

  static String show(Object value) {
    var shown = shown(value, 0);
    return shown.length() <= MOST_LETTERS
        ? shown
        : shown.substring(0, MOST_LETTERS) + "... (" + shown.length() + " letters)";
  }

  private static String shown(Object value, int depth) {
    return switch (value) {
      case null -> "null";
      case String text -> '"' + escaped(text) + '"';
      case Character letter -> "'" + escaped(letter.toString()) + "'";
      case Collection<?> all when depth < 3 -> elements(all.toArray(), "[", "]", depth);
      case Map<?, ?> map when depth < 3 -> entries(map, depth);
      case Object array when array.getClass().isArray() && depth < 3 -> array(array, depth);
      default -> String.valueOf(value);
    };
  }

  private static String array(Object array, int depth) {
    int length = Array.getLength(array);
    var elements = new Object[Math.min(length, MOST_ELEMENTS + 1)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = Array.get(array, i);
    }
    var type = array.getClass().getComponentType().getSimpleName() + "[" + length + "]";
    return type + elements(elements, "{", "}", depth);
  }

  private static String elements(Object[] elements, String open, String close, int depth) {
    var shown = new ArrayList<String>();
    for (int i = 0; i < Math.min(elements.length, MOST_ELEMENTS); i++) {
      shown.add(shown(elements[i], depth + 1));
    }
    if (elements.length > MOST_ELEMENTS) {
      shown.add("... and more");
    }
    return joined(shown, open, close);
  }

  private static String entries(Map<?, ?> map, int depth) {
    var shown = new ArrayList<String>();
    for (var entry : map.entrySet()) {
      if (shown.size() == MOST_ELEMENTS) {
        shown.add("... and more");
        break;
      }
      shown.add(shown(entry.getKey(), depth + 1) + "=" + shown(entry.getValue(), depth + 1));
    }
    return joined(shown, "{", "}");
  }

  private static String joined(List<String> parts, String open, String close) {
    var line = open + String.join(", ", parts) + close;
    if (line.length() <= LONG && !line.contains("\n")) {
      return line;
    }
    var lines = new StringJoiner(",\n", open + "\n", "\n" + close);
    parts.forEach(part -> lines.add(part.indent(2).stripTrailing()));
    return lines.toString();
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .limit(MOST_LETTERS)
        .forEach(letter -> {
          switch (letter) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            case '"' -> escaped.append("\\\"");
            case '\\' -> escaped.append("\\\\");
            default -> {
              if (Character.isISOControl(letter)) {
                escaped.append("\\u%04x".formatted(letter));
              } else {
                escaped.appendCodePoint(letter);
              }
            }
          }
        });
    return escaped.toString();
  }
}
