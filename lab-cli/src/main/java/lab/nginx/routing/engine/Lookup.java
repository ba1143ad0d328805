package lab.nginx.routing.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.nginx.routing.notation.Addresses;
import lab.nginx.routing.site.Table;
import lab.nginx.routing.site.Template;

/** Finds the row of a table that holds for a value. */
final class Lookup {
  private static final Template EMPTY = Template.of("");
  private static final String NO_ADDRESS = "255.255.255.255";

  private Lookup() {}

  /** The row of a {@code map}: exact keys without case, host wildcards, expressions in order. */
  static Template in(Table.ByValue map, String value, Variables variables) {
    boolean finalDot = map.hostnames() && value.endsWith(".");
    var key = finalDot ? value.substring(0, value.length() - 1) : value;
    var low = key.toLowerCase(Locale.ROOT);
    for (var row : map.exact()) {
      if (row.key().equals(low) || (map.hostnames() && row.key().equals("." + low))) {
        return row.value();
      }
    }
    if (map.hostnames()) {
      var wildcard = wildcard(map, low);
      if (wildcard.isPresent()) {
        return wildcard.get();
      }
    }
    // nginx asks no expression about nothing
    for (var expression : key.isEmpty() ? List.<Table.Expression>of() : map.expressions()) {
      var match = expression.pattern().find(key);
      if (match.isPresent()) {
        variables.captured(match.get());
        return expression.value();
      }
    }
    return map.otherwise().orElse(EMPTY);
  }

  private static Optional<Template> wildcard(Table.ByValue map, String host) {
    Optional<Template> best = Optional.empty();
    int length = 0;
    for (var row : map.exact()) {
      var suffix = row.key().startsWith("*.") ? row.key().substring(1) : row.key();
      if (suffix.startsWith(".") && host.endsWith(suffix) && suffix.length() > length) {
        best = Optional.of(row.value());
        length = suffix.length();
      }
    }
    if (best.isPresent()) {
      return best;
    }
    for (var row : map.exact()) {
      var prefix = row.key().endsWith(".*") ? row.key().substring(0, row.key().length() - 1) : "";
      if (!prefix.isEmpty() && host.startsWith(prefix) && prefix.length() > length) {
        best = Optional.of(row.value());
        length = prefix.length();
      }
    }
    return best;
  }

  /**
   * The value of a {@code geo}: that of the narrowest network or the last range around an address.
   * What is no address counts as the highest one.
   */
  static String in(Table.ByAddress geo, String text) {
    var address = Addresses.isAddress(text) ? text : NO_ADDRESS;
    var value = geo.otherwise();
    int narrowest = -1;
    for (var row : geo.networks()) {
      var key = row.key();
      if (key.contains(":") != address.contains(":")) {
        continue;
      }
      int bits = geo.ranges() ? 0 : Addresses.bits(key);
      boolean fits =
          geo.ranges() ? Addresses.inRange(key, address) : Addresses.contains(key, address);
      if (fits && bits >= narrowest) {
        narrowest = bits;
        value = row.value().source();
      }
    }
    return value;
  }

  /** The value of a {@code split_clients}. */
  static String in(Table.ByHash split, String value) {
    long hash = murmur(value.getBytes(StandardCharsets.ISO_8859_1));
    for (int at = 0; at < split.limits().size(); at++) {
      long limit = split.limits().get(at);
      if (limit == 0 || hash < limit) {
        return split.values().get(at);
      }
    }
    return "";
  }

  /**
   * MurmurHash2 of 32 bits, unsigned.
   *
   * <p>Source: Austin Appleby, MurmurHash2, with the seed that nginx gives it: the length alone.
   */
  static long murmur(byte[] data) {
    final int mixer = 0x5bd1e995;
    int hash = data.length;
    int at = 0;
    for (; data.length - at >= 4; at += 4) {
      int four =
          (data[at] & 0xff)
              | ((data[at + 1] & 0xff) << 8)
              | ((data[at + 2] & 0xff) << 16)
              | ((data[at + 3] & 0xff) << 24);
      four *= mixer;
      four ^= four >>> 24;
      hash = (hash * mixer) ^ (four * mixer);
    }
    int left = data.length - at;
    if (left > 0) {
      for (int byteAt = left - 1; byteAt >= 0; byteAt--) {
        hash ^= (data[at + byteAt] & 0xff) << (8 * byteAt);
      }
      hash *= mixer;
    }
    hash ^= hash >>> 13;
    hash *= mixer;
    hash ^= hash >>> 15;
    return hash & 0xffffffffL;
  }
}
