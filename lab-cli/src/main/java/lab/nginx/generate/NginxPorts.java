package lab.nginx.generate;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    var statements = Placed.all(configuration.directives());
    var groups = Target.Groups.of(statements);
    for (var placed : statements) {
      var words = placed.statement().args();
      if (words.isEmpty()) {
        continue;
      }
      var word = words.getFirst().text();
      if (placed.is("listen")) {
        listen.add(Address.parse(word).port().orElse(HTTP));
      } else if (placed.is("server") && placed.in(Context.UPSTREAM)) {
        addLocal(upstream, word);
        elsewhere = elsewhere.or(() -> foreign(word));
      } else if (placed.is("proxy_pass")) {
        var target = Target.parse(word).filter(one -> !groups.contains(one.authority()));
        target.ifPresent(one -> addLocal(upstream, one.authority()));
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

  private static Optional<String> foreign(String text) {
    boolean here = text.startsWith("unix:") || Address.parse(text).here();
    return here ? Optional.empty() : Optional.of(text);
  }

  private static void addLocal(SortedSet<Integer> ports, String text) {
    var address = Address.parse(text);
    if (address.here()) {
      ports.add(address.port().orElse(HTTP));
    }
  }
}
