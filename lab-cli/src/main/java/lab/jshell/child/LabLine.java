package lab.jshell.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** The snippet's end of the line: asks the lab for what only the lab can do. */
public final class LabLine {
  private static final Map<Long, CompletableFuture<List<String>>> WAITING =
      new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final CompletableFuture<Wire> WIRE = new CompletableFuture<>();

  private LabLine() {}

  static void open(Wire wire) {
    WIRE.complete(wire);
  }

  /**
   * Asks, and waits for the reply. An interrupt ends the waiting and tells the lab so.
   *
   * @throws LabFailure when the lab says that it cannot, with its words
   * @throws InterruptedException when this thread was interrupted
   */
  public static List<String> ask(String verb, List<String> arguments) throws InterruptedException {
    var pending = begin(verb, arguments);
    try {
      return pending.reply().get();
    } catch (ExecutionException e) {
      throw new LabFailure(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()));
    } catch (InterruptedException e) {
      pending.cancel();
      throw e;
    }
  }

  /** Asks, and returns at once; the reply completes the future on the line's own thread. */
  public static Pending begin(String verb, List<String> arguments) {
    long number = NUMBERS.incrementAndGet();
    var reply = new CompletableFuture<List<String>>();
    WAITING.put(number, reply);
    var fields = new ArrayList<>(List.of(Long.toString(number), verb));
    fields.addAll(arguments);
    send(Frame.of(Frame.Kind.CALL, fields));
    return new Pending(number, reply);
  }

  /**
   * A question that was asked.
   *
   * @param number of the call
   * @param reply to come
   */
  public record Pending(long number, CompletableFuture<List<String>> reply) {
    /** Tells the lab that nobody waits for the reply any more. */
    public void cancel() {
      if (WAITING.remove(number) != null) {
        tell("cancel", List.of(Long.toString(number)));
      }
    }
  }

  /** Tells the lab something that wants no reply. */
  public static void tell(String verb, List<String> arguments) {
    var fields = new ArrayList<>(List.of(verb));
    fields.addAll(arguments);
    send(Frame.of(Frame.Kind.TELL, fields));
  }

  static void replied(Frame frame) {
    var reply = WAITING.remove(Long.valueOf(frame.text(0)));
    if (reply == null) {
      return; // Whoever asked was interrupted meanwhile.
    }
    if (frame.text(1).equals("ok")) {
      reply.complete(frame.texts(2));
    } else {
      reply.completeExceptionally(new LabFailure(frame.text(2)));
    }
  }

  private static void send(Frame frame) {
    try {
      WIRE.join().send(frame);
    } catch (IOException e) {
      throw new LabFailure("the lab is gone");
    }
  }

  /** What the lab cannot do, in its words. */
  public static final class LabFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LabFailure(String message) {
      super(message);
    }
  }
}
