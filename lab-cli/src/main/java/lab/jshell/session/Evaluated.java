package lab.jshell.session;

import java.util.List;
import java.util.Optional;
import lab.jshell.vm.VmEnd;

/** What became of one source. */
public sealed interface Evaluated {
  /** It was accepted and ran to its end; one entry for each thing that changed. */
  record Accepted(List<Told> told) implements Evaluated {
    public Accepted {
      told = List.copyOf(told);
    }
  }

  /** It was not accepted. */
  record Rejected(List<Fault> faults) implements Evaluated {
    public Rejected {
      faults = List.copyOf(faults);
    }
  }

  /**
   * It threw.
   *
   * @param exception class of what was thrown
   * @param message what that says; empty for nothing
   * @param line of the source, from 1; empty when no frame is in it
   * @param frames where it came from, innermost first, only those in snippets
   */
  record Threw(String exception, String message, Optional<Integer> line, List<String> frames)
      implements Evaluated {
    public Threw {
      frames = List.copyOf(frames);
    }
  }

  /** It was told to stop, and did. */
  record Stopped() implements Evaluated {}

  /** It named what it may not, such as {@code java.lang.ProcessHandle}. */
  record OutOfBounds(String what) implements Evaluated {}

  /** Its JVM is gone. */
  record Gone(VmEnd end) implements Evaluated {}

  /**
   * It did not end in time.
   *
   * @param gone whether it did not listen either, so that its JVM had to be ended
   */
  record TooLong(boolean gone) implements Evaluated {}

  /**
   * One thing that changed.
   *
   * @param what the kind
   * @param name of the variable, method or type; the expression's text for a statement
   * @param type of a value, or the signature of a method
   * @param value in words; empty where there is none
   * @param missing what it still needs before it can be used
   */
  record Told(What what, String name, String type, Optional<String> value, List<String> missing) {
    public Told {
      missing = List.copyOf(missing);
    }
  }

  /** Kinds of things that a source can bring about. */
  enum What {
    VARIABLE,
    EXPRESSION,
    METHOD,
    TYPE,
    IMPORT,
    STATEMENT
  }

  /**
   * One thing that the compiler does not accept.
   *
   * @param from offset of the first letter that is meant
   * @param to offset after the last one
   * @param message JShell's own words
   */
  record Fault(int from, int to, String message) {}
}
