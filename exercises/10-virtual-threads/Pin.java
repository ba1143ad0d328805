import java.util.concurrent.locks.ReentrantLock;

/**
 * Who keeps a carrier? One carrier, one virtual thread that does something for half a second, and a
 * second one that wants a moment.
 *
 * <pre>
 * java -Djdk.virtualThreadScheduler.parallelism=1 -Djdk.virtualThreadScheduler.maxPoolSize=1 \
 *     exercises/10-virtual-threads/Pin.java
 * </pre>
 */
class Pin {
  static class Slow {
    static int value;

    static {
      sleep();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    var monitor = new Object();
    var lock = new ReentrantLock();
    measure("waits in synchronized", () -> {
      synchronized (monitor) {
        sleep();
      }
    });
    measure("waits holding a ReentrantLock", () -> {
      lock.lock();
      try {
        sleep();
      } finally {
        lock.unlock();
      }
    });
    measure("waits in a class initialiser", () -> Slow.value = 1);
    measure("computes", Pin::compute);
  }

  static void measure(String what, Runnable first) throws InterruptedException {
    Thread.ofVirtual().start(() -> {}).join(); // warm
    var thread = Thread.startVirtualThread(first);
    Thread.sleep(50);
    long begin = System.nanoTime();
    Thread.ofVirtual().start(() -> {}).join();
    System.out.printf("%-30s the second had to wait %3d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
    thread.join();
  }

  static void sleep() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  static void compute() {
    long end = System.nanoTime() + 500_000_000;
    while (System.nanoTime() < end) {}
  }
}
