package lab.stack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A process that brings a stack up and then waits to be killed, as a lab at a terminal does. */
final class StackHolder {
  private StackHolder() {}

  public static void main(String[] args) throws Exception {
    var plan = StateFiles.read(Path.of(args[0]), StackPlan.class).orElseThrow();
    var stack = Stack.start(plan, message -> {});
    if (args[1].equals("wait-ready")) {
      stack.awaitReady();
    }
    System.err.println("holding");
    new CompletableFuture<Void>().join();
    stack.close();
  }
}
