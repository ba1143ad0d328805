package lab.nginx.generate;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.closure.Configuration;

/**
 * The ports that a configuration names.
 *
 * @param listen where nginx listens
 * @param upstream what nginx asks on this machine
 * @param elsewhere the first upstream server that is not this machine, as written
 */
public record NginxPorts(
    SortedSet<Integer> listen, SortedSet<Integer> upstream, Optional<String> elsewhere) {
  /** What an unprivileged nginx listens on where no {@code listen} is written. */
  static final int UNWRITTEN = 8000;

  private static final int HTTP = 80;

  /** Reads them from {@code listen}, {@code server} of an upstream, and literal targets. */
  public static NginxPorts of(Configuration configuration) {
    var listen = new TreeSet<Integer>();
    var upstream = new TreeSet<Integer>();
    var elsewhere = Optional.<String>empty();
    var groups = groups(configuration);
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
        elsewhere = elsewhere.or(() -> foreign(word));
      } else if (placed.is("proxy_pass")) {
        var target = Target.parse(word).filter(one -> !isGroup(one.authority(), groups));
        target.ifPresent(one -> addLoopback(upstream, one.authority()));
        elsewhere =
            elsewhere.or(() ->
                target.filter(one -> !one.hasVariable()).flatMap(one -> foreign(one.authority())));
      }
    }
    return new NginxPorts(listen, upstream, elsewhere);
  }

  /** The part of a map of ports that the configuration needs. */
  Map<Integer, Integer> mapped(Map<Integer, Integer> real) {
    var mapped = new TreeMap<Integer, Integer>();
    listen.forEach(port -> mapped.put(port, real.getOrDefault(port, port)));
    upstream.forEach(port -> mapped.put(port, real.getOrDefault(port, port)));
    return mapped;
  }

  private static Set<String> groups(Configuration configuration) {
    return Placed.all(configuration.directives()).stream()
        .filter(placed -> placed.is("upstream") && !placed.statement().args().isEmpty())
        .map(placed -> placed.statement().args().getFirst().text().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** nginx finds a group in any case of letters, and never where a port is written. */
  private static boolean isGroup(String authority, Set<String> groups) {
    return authority.indexOf(':') < 0 && groups.contains(authority.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> foreign(String text) {
    boolean here = text.startsWith("unix:") || Address.parse(text).loopback();
    return here ? Optional.empty() : Optional.of(text);
  }

  private static void addLoopback(SortedSet<Integer> ports, String text) {
    var address = Address.parse(text);
    if (address.loopback()) {
      ports.add(address.port().orElse(HTTP));
    }
  }
}
