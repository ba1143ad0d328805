package lab.jshell.vm;

import java.util.Optional;

/** Which classes and members a snippet may name. */
@FunctionalInterface
public interface Reach {
  /** Anything: the person's own shell, with the person's own rights. */
  Reach UNBOUNDED = _ -> Optional.empty();

  /**
   * Looks through a class before it is loaded.
   *
   * @param classBytes a class file
   * @return what it may not name, such as {@code java.lang.ProcessHandle}; empty when all is well
   */
  Optional<String> forbidden(byte[] classBytes);
}
