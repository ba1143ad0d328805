package lab.jshell.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import lab.jshell.child.Wire;
import lab.stack.Folders;

/**
 * The process of a learner's JVM, from its start to its end.
 *
 * <p>It runs in a folder of its own, takes no part in Ctrl-C, and ends when the lab does, however
 * the lab ends.
 */
public final class SnippetVm implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration END_LIMIT = Duration.ofSeconds(2);
  private static final int OUT_OF_MEMORY_EXIT = 3;

  private final Process process;
  private final Path folder;
  private final Wire wire;
  private final VmLimits limits;
  private final AtomicReference<Optional<VmEnd>> end = new AtomicReference<>(Optional.empty());
  private volatile boolean exitAnnounced;

  private SnippetVm(Process process, Path folder, Wire wire, VmLimits limits) {
    this.process = process;
    this.folder = folder;
    this.wire = wire;
    this.limits = limits;
  }

  /**
   * Starts the process and waits until it is on the line.
   *
   * @param helperJar all of our classes that it may see
   * @throws IOException when it cannot be started
   */
  public static SnippetVm start(Path helperJar, VmLimits limits) throws IOException {
    var folder = Files.createTempDirectory("lab-snippet-");
    var address = UnixDomainSocketAddress.of(folder.resolve("line"));
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      var builder = new ProcessBuilder(command(helperJar, limits, address));
      builder.directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> !List.of("PATH", "LANG").contains(name));
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      var process = builder.start();
      try {
        return new SnippetVm(process, folder, new Wire(accept(server, process)), limits);
      } catch (IOException e) {
        process.destroyForcibly();
        throw e;
      }
    } finally {
      Files.deleteIfExists(address.getPath());
    }
  }

  private static List<String> command(
      Path helperJar, VmLimits limits, UnixDomainSocketAddress address) {
    var ceiling =
        limits.cpuSeconds().isPresent()
            ? "ulimit -t %d;".formatted(limits.cpuSeconds().getAsInt())
            : "";
    // An ignored signal stays ignored across exec, and a JVM leaves an ignored one alone.
    var fence = "trap '' INT QUIT HUP; ulimit -c 0; %s exec \"$@\"".formatted(ceiling);
    var words = new ArrayList<>(List.of("/bin/sh", "-c", fence, "sh"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            "-Xss" + limits.stackKilobytes() + "k",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            // A compiler thread that comes late would be counted as the snippet's.
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-XX:ErrorFile=/dev/null",
            "-Xshare:auto",
            "-Djdk.virtualThreadScheduler.parallelism=2",
            "-cp",
            helperJar.toString(),
            "lab.jshell.child.Agent",
            address.getPath().toString()));
    return words;
  }

  private static SocketChannel accept(ServerSocketChannel server, Process process)
      throws IOException {
    var accepted = CompletableFuture.supplyAsync(() -> acceptOne(server));
    var ended = process.onExit().thenApply(_ -> Optional.<SocketChannel>empty());
    try {
      return CompletableFuture.anyOf(accepted.thenApply(Optional::of), ended)
          .thenApply(first -> (Optional<?>) first)
          .get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
          .map(SocketChannel.class::cast)
          .orElseThrow(() -> new IOException("the JVM for snippets ended at once"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the JVM for snippets started", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the JVM for snippets did not start", e);
    }
  }

  private static SocketChannel acceptOne(ServerSocketChannel server) {
    try {
      return server.accept();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Wire wire() {
    return wire;
  }

  VmLimits limits() {
    return limits;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Threads of the operating system that it has now; empty where the platform does not tell. */
  public OptionalInt threads() {
    return ThreadCount.of(process.pid());
  }

  /** Ends it at once when it has more threads than it may. */
  public void endIfTooManyThreads() {
    threads()
        .ifPresent(count -> {
          if (count > limits.threads()) {
            kill(new VmEnd.TooManyThreads(limits.threads()));
          }
        });
  }

  /** It said that it is about to exit. */
  void announceExit() {
    exitAnnounced = true;
  }

  /** Ends it and all that it started; the first reason is kept. */
  public void kill(VmEnd why) {
    end.compareAndSet(Optional.empty(), Optional.of(why));
    var tree = process.descendants().toList();
    process.destroyForcibly();
    tree.forEach(ProcessHandle::destroyForcibly);
  }

  /** How it ended; waits a moment for an end that is under way. Empty while it lives. */
  public Optional<VmEnd> end() {
    try {
      if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end.compareAndSet(Optional.empty(), Optional.of(ofCode(process.exitValue())));
    return end.get();
  }

  private VmEnd ofCode(int code) {
    return code == OUT_OF_MEMORY_EXIT && !exitAnnounced
        ? new VmEnd.OutOfMemory(limits.heapMegabytes())
        : new VmEnd.Exited(code);
  }

  @Override
  public void close() {
    kill(new VmEnd.Closed());
    try {
      wire.close();
      process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      Folders.delete(folder);
    } catch (IOException left) {
      // A folder in the system's place for temporary files, which the system clears.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
