package lab.jshell.child;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * Loads and runs snippets in this JVM, each on a thread of its own that can be told to stop.
 *
 * <p>JShell's own local engine also waits for every thread that a snippet leaves behind; a pool
 * that lives on would never let it return. This one waits for the snippet's own thread.
 */
final class SnippetControl extends DirectExecutionControl {
  private final Object lock = new Object();
  private Optional<ThreadGroup> running = Optional.empty();

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    super.load(
        Arrays.stream(classes)
            .map(one -> new ClassBytecodes(one.name(), StopWeaver.weave(one.bytecodes())))
            .toArray(ClassBytecodes[]::new));
  }

  @Override
  public String varValue(String className, String field) throws InternalException {
    try {
      var variable = findClass(className).getDeclaredField(field);
      variable.setAccessible(true);
      return Values.show(variable.get(null));
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new InternalException(e.toString());
    }
  }

  @Override
  protected String invoke(Method method) throws Exception {
    var group = new ThreadGroup("snippet");
    var result = new AtomicReference<String>("null");
    var failure = new AtomicReference<Throwable>();
    var thread =
        new Thread(
            group,
            () -> {
              try {
                result.set(Values.show(method.invoke(null)));
              } catch (InvocationTargetException e) {
                failure.set(e.getTargetException());
              } catch (Throwable e) {
                failure.set(e);
              }
            },
            "snippet");
    synchronized (lock) {
      Stop.want(false);
      running = Optional.of(group);
    }
    thread.start();
    thread.join();
    synchronized (lock) {
      running = Optional.empty();
    }
    var thrown = failure.get();
    if (thrown instanceof Stop.Stopped || (thrown != null && Stop.isWanted())) {
      throw new StoppedException();
    }
    if (thrown != null) {
      throw new InvocationTargetException(thrown);
    }
    return result.get();
  }

  @Override
  public void stop() {
    synchronized (lock) {
      running.ifPresent(group -> {
        Stop.want(true);
        var threads = new Thread[group.activeCount() + 8];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
          threads[i].interrupt();
        }
      });
    }
  }
}
