package lab.jshell.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ExecutionControlException;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import jdk.jshell.spi.ExecutionControl.UserException;

/**
 * The main class of the learner's JVM: does what the lab says on the line, and ends with it.
 *
 * <p>Two things end it: the line's end, and the end of standard input, which the lab holds open for
 * as long as it lives.
 */
final class Agent {
  private final Wire wire;
  private final SnippetControl control = new SnippetControl();
  private final BlockingQueue<Frame> orders = new LinkedBlockingQueue<>();

  private Agent(Wire wire) {
    this.wire = wire;
  }

  /**
   * Connects and serves.
   *
   * @param args path of the lab's Unix socket
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var lifeline = System.in;
    Thread.ofPlatform().daemon().name("lab-lifeline").start(() -> endWith(lifeline));
    var wire = new Wire(SocketChannel.open(UnixDomainSocketAddress.of(args[0])));
    System.setIn(InputStream.nullInputStream());
    var printed = new PrintStream(new Printed(wire), true, StandardCharsets.UTF_8);
    System.setOut(printed);
    System.setErr(printed);
    LabLine.open(wire);
    // An exit that a snippet asks for can be told from one that memory forces.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> sayGoodbye(wire)));
    var agent = new Agent(wire);
    Thread.ofPlatform().daemon().name("lab-line").start(agent::listen);
    agent.serve();
  }

  private static void sayGoodbye(Wire wire) {
    LabLine.tell("exiting", List.of());
    try {
      wire.drain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endWith(InputStream lifeline) {
    try {
      while (lifeline.read() >= 0) {
        // Nothing is said here; only the end counts.
      }
    } catch (IOException gone) {
      // The same as its end.
    }
    Runtime.getRuntime().halt(0);
  }

  private void listen() {
    try {
      while (true) {
        var frame = wire.receive();
        switch (frame.kind()) {
          case REPLY -> LabLine.replied(frame);
          case STOP -> control.stop();
          case LOAD, INVOKE, VALUE -> orders.add(frame);
          case DONE, THREW, PRINTED, CALL, TELL ->
              throw new IOException("a message for the lab came from it");
        }
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void serve() throws IOException, InterruptedException {
    while (true) {
      wire.send(answer(orders.take()));
    }
  }

  private Frame answer(Frame order) {
    try {
      var value =
          switch (order.kind()) {
            case LOAD -> {
              control.load(classes(order));
              yield "";
            }
            case INVOKE -> control.invoke(order.text(0), order.text(1));
            case VALUE -> control.varValue(order.text(0), order.text(1));
            case STOP, REPLY, DONE, THREW, PRINTED, CALL, TELL ->
                throw new IllegalStateException("no order: " + order.kind());
          };
      return Frame.of(Frame.Kind.DONE, value);
    } catch (UserException e) {
      return Thrown.of("user", e.causeExceptionClass(), e).frame();
    } catch (ResolutionException e) {
      return Thrown.of("unresolved", Integer.toString(e.id()), e).frame();
    } catch (StoppedException e) {
      return Thrown.of("stopped", "", e).frame();
    } catch (ExecutionControlException | RuntimeException | LinkageError e) {
      return Thrown.of("internal", e.getClass().getName(), e).frame();
    }
  }

  private static ClassBytecodes[] classes(Frame order) {
    var classes = new ClassBytecodes[order.fields().size() / 2];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = new ClassBytecodes(order.text(2 * i), order.fields().get(2 * i + 1));
    }
    return classes;
  }

  /** What a snippet prints goes to the lab, which decides how much of it is shown. */
  private static final class Printed extends OutputStream {
    private final Wire wire;

    Printed(Wire wire) {
      this.wire = wire;
    }

    @Override
    public void write(int letter) throws IOException {
      write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int at = from; at < from + length; at += 8192) {
        int end = Math.min(from + length, at + 8192);
        wire.send(new Frame(Frame.Kind.PRINTED, List.of(Arrays.copyOfRange(bytes, at, end))));
      }
    }
  }
}
