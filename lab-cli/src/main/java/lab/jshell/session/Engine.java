package lab.jshell.session;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import lab.jshell.vm.Reach;
import lab.jshell.vm.SnippetVm;
import lab.jshell.vm.VmCalls;
import lab.jshell.vm.VmControl;
import lab.jshell.vm.VmLimits;

/** One JShell and the one JVM that it runs in; both end together. */
final class Engine implements AutoCloseable {
  /** Enough for the compiler on any text that a person writes. */
  private static final long COMPILER_STACK_BYTES = 16L * 1024 * 1024;

  private final JShell shell;
  private final SnippetVm vm;
  private final VmControl control;

  private Engine(JShell shell, SnippetVm vm, VmControl control) {
    this.shell = shell;
    this.vm = vm;
    this.control = control;
  }

  /**
   * What an engine is made from.
   *
   * @param helperJar all of our classes that snippets may use
   * @param printed takes what snippets print
   */
  record Parts(
      Path helperJar, VmLimits limits, Reach reach, VmCalls calls, Consumer<String> printed) {}

  static Engine start(Parts parts) throws IOException {
    var vm = SnippetVm.start(parts.helperJar(), parts.limits());
    var control = new VmControl(vm, parts.reach(), parts.calls(), parts.printed());
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var shell =
        JShell.builder()
            .executionEngine(new Provider(control), Map.of())
            // JShell would compile against the lab's own class path, which that JVM has not.
            .compilerOptions(
                "-proc:none", "-Xlint:none", "-classpath", parts.helperJar().toString())
            .out(nowhere)
            .err(nowhere)
            .build();
    return new Engine(shell, vm, control);
  }

  JShell shell() {
    return shell;
  }

  SnippetVm vm() {
    return vm;
  }

  VmControl control() {
    return control;
  }

  /** Runs something of JShell's on a thread of its own, with room for deep sources. */
  <T> FutureTask<T> begin(Callable<T> work) {
    var task = new FutureTask<>(work);
    var thread = new Thread(null, task, "jshell", COMPILER_STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  @Override
  public void close() {
    vm.close();
    shell.close();
  }

  private record Provider(VmControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "lab";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return control;
    }
  }
}
