package lab.nginx.syntax.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.Span;

/** The mistakes found so far in one file, up to a limit. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();
  private final int limit;

  Faults(int limit) {
    this.limit = limit;
  }

  void add(Fault.Kind kind, Span at, String message, String fix, String nginx, Span nginxAt) {
    if (found.size() < limit) {
      found.add(new Fault(kind, message, fix, at, Optional.of(nginx), nginxAt));
    }
    if (found.size() == limit) {
      limit(at, "more than " + limit + " mistakes");
    }
  }

  /** Adds the refusal of a limit that nginx does not have. */
  void limit(Span at, String what) {
    found.add(
        new Fault(
            Fault.Kind.LIMIT,
            "the lab stops reading here: " + what,
            "make the configuration smaller",
            at,
            Optional.empty(),
            at));
  }

  boolean full() {
    return found.size() >= limit;
  }

  List<Fault> list() {
    return List.copyOf(found);
  }
}
