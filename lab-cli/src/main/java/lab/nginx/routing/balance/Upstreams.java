package lab.nginx.routing.balance;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lab.nginx.routing.notation.Addresses;
import lab.nginx.routing.notation.ProxyUrl;
import lab.nginx.routing.site.Site;
import lab.nginx.routing.site.Upstream;
import lab.nginx.syntax.Block;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** The groups at work in one nginx: those of the file and those that literal addresses make. */
public final class Upstreams {
  private final Site site;
  private final Map<String, Group> working = new HashMap<>();
  private final SharedMemory memory;
  private boolean unsettled;

  public Upstreams(Site site) {
    this.site = site;
    this.memory = new SharedMemory(site.configuration().directives());
    site.upstreams()
        .forEach((name, upstream) -> working.put(name.toLowerCase(Locale.ROOT), group(upstream)));
  }

  /** The groups by name; literal ones are added as they are met. */
  public Map<String, Group> working() {
    return working;
  }

  /** What caches and limits may hold. */
  public SharedMemory memory() {
    return memory;
  }

  /** Forgets all positions, after a request whose way could not be told. */
  public void unsettle() {
    unsettled = true;
    memory.unsettle();
    working.values().forEach(Group::unsettle);
  }

  /** A group of the address alone. */
  public Group literal(ProxyUrl target) {
    return group(Upstream.literal(target.authority()));
  }

  /** The group that a literal {@code proxy_pass} elsewhere in the file makes of a host. */
  public Optional<Group> writtenElsewhere(ProxyUrl target) {
    boolean written = literals(site.configuration().directives()).contains(target.key());
    return written
        ? Optional.of(working.computeIfAbsent(target.key(), key -> literal(target)))
        : Optional.empty();
  }

  private Group group(Upstream upstream) {
    var group = new Group(upstream, Addresses::peers, site.oneWorker());
    if (unsettled) {
      group.unsettle();
    }
    return group;
  }

  /** A {@code proxy_pass} that says nothing names nobody; nginx refuses the file for it. */
  private static List<String> literals(List<Directive> statements) {
    return statements.stream()
        .flatMap(one ->
            one.is("proxy_pass")
                ? one.args().stream()
                    .limit(1)
                    .map(Word::text)
                    .filter(url -> url.indexOf('$') < 0)
                    .map(url -> ProxyUrl.of(url.replaceFirst("^https?://", "")).key())
                : literals(one.block().map(Block::directives).orElse(List.of())).stream())
        .toList();
  }
}
