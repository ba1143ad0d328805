package lab.jshell.snippet;

import java.util.List;
import java.util.Optional;

/**
 * What was seen of one graded file.
 *
 * @param file its name
 * @param faults why it was not accepted; empty when it was
 * @param ending how its JVM ended before its time, in words; empty when it did not
 * @param scenes what was seen in each scene that was played
 * @param values what the calls returned
 * @param machine how fast and how calm the machine was meanwhile
 * @param printed what the snippet wrote, at most 64 KB; shown, and never read by a check
 */
public record SnippetEvidence(
    String file,
    List<SourceFault> faults,
    Optional<Ending> ending,
    List<SceneEvidence> scenes,
    List<ValueSeen> values,
    MachineSeen machine,
    String printed) {
  public SnippetEvidence {
    faults = List.copyOf(faults);
    scenes = List.copyOf(scenes);
    values = List.copyOf(values);
  }

  /**
   * One reason why the source is not accepted.
   *
   * @param line from 1
   * @param column from 1
   * @param length letters that are meant; 0 to point between two
   * @param text the line
   * @param message what JShell said, or the lab's own words for what is out of bounds
   */
  public record SourceFault(int line, int column, int length, String text, String message) {}

  /**
   * How the snippet's JVM ended or had to be ended.
   *
   * @param kind one of the ways
   * @param words for the learner: what happened, and where
   */
  public record Ending(Kind kind, String words) {
    /** The ways. */
    public enum Kind {
      /** The snippet threw. */
      THREW,
      /** It took longer than its limit. */
      TOO_LONG,
      /** It used more memory than it may. */
      OUT_OF_MEMORY,
      /** It had more threads than it may. */
      TOO_MANY_THREADS,
      /** It ended its JVM, or crashed it. */
      EXITED,
      /** It said more to the lab than it may. */
      TOO_MUCH
    }
  }

  /**
   * What one call returned.
   *
   * @param check id of the check that asked
   * @param call with its arguments
   * @param expected what the formula gives
   * @param got what came back; empty when the call ended otherwise
   */
  public record ValueSeen(String check, String call, double expected, Optional<String> got) {}

  /**
   * The machine during the run.
   *
   * @param beatMillis the unit of time that everything was scaled by; at least 30
   * @param roundTripMicros to the snippet's JVM and back, median
   * @param worstStallMillis how late the lab's own clock tick was at worst
   * @param troubles why timed outcomes are not to be trusted; empty when they are
   */
  public record MachineSeen(
      long beatMillis, long roundTripMicros, long worstStallMillis, List<String> troubles) {
    public MachineSeen {
      troubles = List.copyOf(troubles);
    }
  }
}
