package lab.nginx.syntax.closure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * File names with {@code * ? [} in them, matched and sorted as {@code glob(3)} does for nginx.
 *
 * <p>One of these goes with a configuration: how many names it looks at is bounded for all patterns
 * together, for one that goes down and up again finds the same files many times over.
 */
final class Glob {
  /** Far above what the patterns of any real configuration go through. */
  static final int MOST_NAMES = 20_000;

  private final ConfigFiles files;
  private int left = MOST_NAMES;

  Glob(ConfigFiles files) {
    this.files = files;
  }

  /** Whether nginx takes a name for a pattern. */
  static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }

  /**
   * The paths that a pattern stands for, sorted by bytes; none is no fault.
   *
   * @throws IOException when a folder cannot be read, or the patterns go through too many names
   */
  List<Path> expand(Path folder, String pattern) throws IOException {
    var found = List.of(pattern.startsWith("/") ? Path.of("/") : folder);
    for (var part : pattern.split("/+", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      var deeper = new ArrayList<Path>();
      for (var parent : found) {
        if (part.equals(".") || part.equals("..")) {
          deeper.add(parent.resolve(part));
          spend(1);
          continue;
        }
        for (var name : names(parent, part)) {
          if (name.startsWith(".") == part.startsWith(".") && matches(part, name)) {
            deeper.add(parent.resolve(name));
          }
        }
      }
      found = deeper;
    }
    return found.stream().sorted((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b))).toList();
  }

  /** The names in a folder; a pattern with a dot in front fits the folder and its parent, too. */
  private List<String> names(Path folder, String part) throws IOException {
    var names = new ArrayList<>(files.names(folder));
    if (part.startsWith(".") && isPattern(part)) {
      names.addAll(List.of(".", ".."));
    }
    spend(names.size() + 1);
    return names;
  }

  private void spend(int names) throws IOException {
    left -= names;
    if (left < 0) {
      throw new IOException("the patterns go through more than " + MOST_NAMES + " names");
    }
  }

  private static byte[] bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a name fits a pattern; steps back only to the last {@code *}, so never for long. */
  static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int starName = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        starName = n;
      } else if (p < pattern.length() && one(pattern, p, name.charAt(n))) {
        p = next(pattern, p);
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++starName;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean one(String pattern, int at, char c) {
    return switch (pattern.charAt(at)) {
      case '?' -> true;
      case '\\' -> at + 1 < pattern.length() && pattern.charAt(at + 1) == c;
      case '[' -> setEnd(pattern, at) < 0 ? c == '[' : inSet(pattern, at, c);
      default -> pattern.charAt(at) == c;
    };
  }

  private static int next(String pattern, int at) {
    return switch (pattern.charAt(at)) {
      case '\\' -> at + 2;
      case '[' -> Math.max(setEnd(pattern, at), at) + 1;
      default -> at + 1;
    };
  }

  /** The offset of the bracket that closes a set; negative when none does. */
  private static int setEnd(String pattern, int open) {
    int first = open + 1 + (negated(pattern, open) ? 1 : 0);
    return pattern.indexOf(']', first + 1);
  }

  private static boolean negated(String pattern, int open) {
    return pattern.startsWith("!", open + 1) || pattern.startsWith("^", open + 1);
  }

  private static boolean inSet(String pattern, int open, char c) {
    boolean found = false;
    int end = setEnd(pattern, open);
    int at = open + 1 + (negated(pattern, open) ? 1 : 0);
    while (at < end) {
      if (at + 2 < end && pattern.charAt(at + 1) == '-') {
        found |= pattern.charAt(at) <= c && c <= pattern.charAt(at + 2);
        at += 3;
      } else {
        found |= pattern.charAt(at) == c;
        at++;
      }
    }
    return found != negated(pattern, open);
  }
}
