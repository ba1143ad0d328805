package server.web;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Names what a request occupies while it is served. */
public interface Slots {
  /** Takes a slot for the request that begins on this thread. */
  String take();

  /** Gives back what {@link #take} returned; from any thread. */
  void release(String slot);

  /** The one slot of a worker. */
  static Slots worker(int number) {
    return new Slots() {
      @Override
      public String take() {
        return Integer.toString(number);
      }

      @Override
      public void release(String slot) {}
    };
  }

  /**
   * A slot for each pool thread, numbered from 1 in the order of their first requests. The thread
   * gets that number into its name.
   */
  static Slots poolThreads() {
    var numbers = new AtomicInteger();
    var slot =
        ThreadLocal.withInitial(() -> {
          var number = Integer.toString(numbers.incrementAndGet());
          Thread.currentThread().setName("pool-" + number);
          return number;
        });
    return new Slots() {
      @Override
      public String take() {
        return slot.get();
      }

      @Override
      public void release(String slot) {}
    };
  }

  /** The lowest number from 1 that no request holds, where nothing limits their count. */
  static Slots lowestFree() {
    var taken = new BitSet();
    return new Slots() {
      @Override
      public String take() {
        synchronized (taken) {
          int number = taken.nextClearBit(1);
          taken.set(number);
          return Integer.toString(number);
        }
      }

      @Override
      public void release(String slot) {
        synchronized (taken) {
          taken.clear(Integer.parseInt(slot));
        }
      }
    };
  }
}
