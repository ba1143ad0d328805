package lab.jshell.vm;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jdk.jshell.spi.ExecutionControl;
import lab.jshell.child.Frame;
import lab.jshell.child.Frame.Kind;
import lab.jshell.child.Thrown;

/** JShell's way into a learner's JVM, over the line; nothing that comes back is trusted. */
public final class VmControl implements ExecutionControl {
  private static final long FLOOD_BYTES = 64L * 1024 * 1024;

  private final SnippetVm vm;
  private final Reach reach;
  private final VmCalls calls;
  private final Consumer<String> printed;
  private final BlockingQueue<Optional<Frame>> results = new LinkedBlockingQueue<>();
  private final AtomicLong printedBytes = new AtomicLong();
  private volatile Optional<String> outOfBounds = Optional.empty();
  private volatile boolean over;

  /**
   * Listens on the line of a JVM that has just started.
   *
   * @param reach what its classes may name
   * @param calls what it may ask
   * @param printed takes what it prints, cut to what it may
   */
  public VmControl(SnippetVm vm, Reach reach, VmCalls calls, Consumer<String> printed) {
    this.vm = vm;
    this.reach = reach;
    this.calls = calls;
    this.printed = printed;
    Thread.ofPlatform().daemon().name("snippet-line").start(this::listen);
  }

  /** What a class named that it may not; empty when none did. */
  public Optional<String> outOfBounds() {
    return outOfBounds;
  }

  /** Whether nothing more will come from it. */
  public boolean isOver() {
    return over;
  }

  /** Lets it print its full measure again. */
  public void newMeasure() {
    printedBytes.set(0);
  }

  private void listen() {
    try {
      while (true) {
        hear(vm.wire().receive());
      }
    } catch (IOException | RuntimeException e) {
      if (vm.isAlive() && !(e instanceof IOException gone && isEnd(gone))) {
        vm.kill(new VmEnd.Misspoke(String.valueOf(e.getMessage())));
      }
    } finally {
      over = true;
      results.add(Optional.empty());
    }
  }

  private static boolean isEnd(IOException e) {
    return e instanceof EOFException
        || e instanceof ClosedChannelException
        || "Connection reset".equals(e.getMessage());
  }

  private void hear(Frame frame) throws IOException {
    switch (frame.kind()) {
      case DONE, THREW -> results.add(Optional.of(frame));
      case PRINTED -> print(frame);
      case CALL -> {
        long number = Long.parseLong(frame.text(0));
        calls.ask(number, frame.text(1), frame.texts(2), new WireReply(number));
      }
      case TELL -> {
        if (frame.text(0).equals("exiting")) {
          vm.announceExit();
        } else {
          calls.tell(frame.text(0), frame.texts(1));
        }
      }
      case LOAD, INVOKE, VALUE, STOP, REPLY -> throw new IOException("a message for the snippet");
    }
  }

  private void print(Frame frame) {
    var bytes = frame.fields().getFirst();
    long before = printedBytes.getAndAdd(bytes.length);
    int room = Math.clamp(vm.limits().printedBytes() - before, 0, bytes.length);
    if (room > 0) {
      printed.accept(new String(bytes, 0, room, StandardCharsets.UTF_8));
    }
    if (room < bytes.length && before <= vm.limits().printedBytes()) {
      printed.accept("\n... (cut: more than %d bytes)\n".formatted(vm.limits().printedBytes()));
    }
    if (before > FLOOD_BYTES) {
      vm.kill(new VmEnd.Misspoke("more than 64 MB of output"));
    }
  }

  private final class WireReply implements VmCalls.Reply {
    private final long number;

    WireReply(long number) {
      this.number = number;
    }

    @Override
    public void ok(List<String> fields) {
      var all = new ArrayList<>(List.of(Long.toString(number), "ok"));
      all.addAll(fields);
      send(all);
    }

    @Override
    public void failed(String why) {
      send(List.of(Long.toString(number), "failed", why));
    }

    private void send(List<String> fields) {
      try {
        vm.wire().send(Frame.of(Kind.REPLY, fields));
      } catch (IOException gone) {
        // Then nobody waits for it any more.
      }
    }
  }

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, EngineTerminationException {
    var fields = new ArrayList<byte[]>();
    for (var one : classes) {
      var forbidden = reach.forbidden(one.bytecodes());
      if (forbidden.isPresent()) {
        outOfBounds = forbidden;
        throw new EngineTerminationException("out of bounds: " + forbidden.get());
      }
      fields.add(one.name().getBytes(StandardCharsets.UTF_8));
      fields.add(one.bytecodes());
    }
    try {
      order(new Frame(Kind.LOAD, fields));
    } catch (RunException | InternalException e) {
      throw new ClassInstallException(String.valueOf(e.getMessage()), new boolean[classes.length]);
    }
  }

  @Override
  public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
    throw new NotImplementedException("a class is replaced by a new one");
  }

  @Override
  public String invoke(String className, String method)
      throws RunException, EngineTerminationException, InternalException {
    return order(Frame.of(Kind.INVOKE, className, method));
  }

  @Override
  public String varValue(String className, String field)
      throws RunException, EngineTerminationException, InternalException {
    return order(Frame.of(Kind.VALUE, className, field));
  }

  private synchronized String order(Frame frame)
      throws RunException, EngineTerminationException, InternalException {
    try {
      if (over) {
        throw new EngineTerminationException("the JVM for snippets has ended");
      }
      vm.wire().send(frame);
      var result =
          results
              .take()
              .orElseThrow(() -> new EngineTerminationException("the JVM for snippets ended"));
      return result.kind() == Kind.DONE ? result.text(0) : raise(Thrown.read(result));
    } catch (IOException e) {
      throw new EngineTerminationException(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineTerminationException("interrupted");
    }
  }

  private static String raise(Thrown thrown) throws RunException, InternalException {
    switch (thrown.kind()) {
      case "user" -> throw new UserException(thrown.message(), thrown.name(), thrown.stack());
      case "unresolved" ->
          throw new ResolutionException(Integer.parseInt(thrown.name()), thrown.stack());
      case "stopped" -> throw new StoppedException();
      default -> throw new InternalException(thrown.name() + ": " + thrown.message());
    }
  }

  @Override
  public void addToClasspath(String path) {
    // The helper jar is on its class path from the start; JShell's compiler is told apart.
  }

  @Override
  public void stop() throws EngineTerminationException {
    try {
      vm.wire().send(Frame.of(Kind.STOP));
    } catch (IOException e) {
      throw new EngineTerminationException(e.toString());
    }
  }

  @Override
  public Object extensionCommand(String command, Object argument) throws NotImplementedException {
    throw new NotImplementedException(command);
  }

  @Override
  public void close() {
    if (over) {
      // JShell closes what has ended by itself; why it ended is what the person wants to know.
      var _ = vm.end();
    }
    vm.close();
  }
}
