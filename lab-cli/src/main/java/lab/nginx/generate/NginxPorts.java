package lab.nginx.generate;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Configuration;

/**
 * The ports that a configuration names.
 *
 * @param listen where nginx listens
 * @param upstream what nginx asks on this machine
 */
public record NginxPorts(SortedSet<Integer> listen, SortedSet<Integer> upstream) {
  /** What an unprivileged nginx listens on where no {@code listen} is written. */
  static final int UNWRITTEN = 8000;

  private static final int HTTP = 80;

  /** Reads them from {@code listen}, {@code server} of an upstream, and literal targets. */
  public static NginxPorts of(Configuration configuration) {
    var listen = new TreeSet<Integer>();
    var upstream = new TreeSet<Integer>();
    for (var placed : Placed.all(configuration.directives())) {
      var words = placed.statement().args();
      if (words.isEmpty()) {
        continue;
      }
      var word = words.getFirst().text();
      if (placed.is("listen")) {
        listen.add(Address.parse(word).port().orElse(HTTP));
      } else if (placed.is("server") && placed.in(Context.UPSTREAM)) {
        addLoopback(upstream, word);
      } else if (placed.is("proxy_pass")) {
        Target.parse(word).ifPresent(target -> addLoopback(upstream, target.authority()));
      }
    }
    return new NginxPorts(listen, upstream);
  }

  /** The part of a map of ports that the configuration needs. */
  Map<Integer, Integer> mapped(Map<Integer, Integer> real) {
    var mapped = new TreeMap<Integer, Integer>();
    listen.forEach(port -> mapped.put(port, real.getOrDefault(port, port)));
    upstream.forEach(port -> mapped.put(port, real.getOrDefault(port, port)));
    return mapped;
  }

  private static void addLoopback(SortedSet<Integer> ports, String text) {
    var address = Address.parse(text);
    if (address.loopback()) {
      ports.add(address.port().orElse(HTTP));
    }
  }
}
