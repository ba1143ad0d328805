package lab.load.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import lab.load.sample.Cause;

/** The requests in flight, at most a cap of them; ends those whose time is up. */
final class Flights {
  private final Set<Flight> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final int cap;

  Flights(int cap) {
    this.cap = cap;
  }

  /** Takes a place under the cap; false when none is left. Called by the pacer only. */
  boolean tryEnter() {
    if (count.get() >= cap) {
      return false;
    }
    count.incrementAndGet();
    return true;
  }

  void add(Flight flight) {
    open.add(flight);
  }

  /** Gives the place back. */
  void leave(Flight flight) {
    open.remove(flight);
    count.decrementAndGet();
  }

  boolean isEmpty() {
    return count.get() == 0;
  }

  void endOverdue(long nowNanos) {
    open.forEach(flight -> flight.overdue(nowNanos).ifPresent(flight::end));
  }

  void endAll(Cause cause) {
    open.forEach(flight -> flight.end(cause));
  }
}
