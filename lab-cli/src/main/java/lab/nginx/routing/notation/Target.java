package lab.nginx.routing.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The request's target as nginx reads it.
 *
 * @param path decoded, dot segments and double slashes resolved; one {@code char} a byte
 * @param args what follows the first question mark
 * @param escaped whether the path had an escape in it
 * @param plus whether the path had a plus in it
 */
public record Target(String path, String args, boolean escaped, boolean plus) {
  /** Reads a target; empty when nginx refuses it with 400. */
  public static Optional<Target> read(String raw, boolean mergeSlashes) {
    for (int at = 0; at < raw.length(); at++) {
      if (raw.charAt(at) <= ' ' || raw.charAt(at) == 0x7f) {
        return Optional.empty();
      }
    }
    if (!raw.startsWith("/")) {
      return Optional.empty();
    }
    int hash = raw.indexOf('#');
    var whole = hash < 0 ? raw : raw.substring(0, hash);
    int query = whole.indexOf('?');
    var typed = query < 0 ? whole : whole.substring(0, query);
    var args = query < 0 ? "" : whole.substring(query + 1);
    return decode(typed)
        .flatMap(decoded -> resolve(decoded, mergeSlashes))
        .map(path -> new Target(path, args, typed.indexOf('%') >= 0, decodedPlus(typed)));
  }

  private static boolean decodedPlus(String typed) {
    return typed.indexOf('+') >= 0 || typed.contains("%2B") || typed.contains("%2b");
  }

  private static Optional<String> decode(String typed) {
    var out = new StringBuilder();
    for (int at = 0; at < typed.length(); at++) {
      char c = typed.charAt(at);
      if (c == '%') {
        int value = Escapes.hex(typed, at + 1);
        if (value <= 0) {
          return Optional.empty();
        }
        out.append((char) value);
        at += 2;
      } else {
        out.append(c);
      }
    }
    return Optional.of(out.toString());
  }

  private static Optional<String> resolve(String path, boolean mergeSlashes) {
    var segments = List.of(path.substring(1).split("/", -1));
    var kept = new ArrayList<String>();
    boolean folder = false;
    for (int at = 0; at < segments.size(); at++) {
      var segment = segments.get(at);
      boolean last = at == segments.size() - 1;
      folder = last && (segment.isEmpty() || segment.equals(".") || segment.equals(".."));
      if (segment.equals("..")) {
        if (kept.isEmpty()) {
          return Optional.empty();
        }
        kept.removeLast();
      } else if (!segment.equals(".") && !(segment.isEmpty() && (last || mergeSlashes))) {
        kept.add(segment);
      }
    }
    var joined = "/" + String.join("/", kept);
    return Optional.of(folder && !kept.isEmpty() ? joined + "/" : joined);
  }
}
