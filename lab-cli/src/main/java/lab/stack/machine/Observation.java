package lab.stack.machine;

/**
 * One fact about the machine, judged.
 *
 * @param level whether the lab can work with it
 * @param subject what was looked at
 * @param saw what was found
 * @param fix one line that says how to put it right; empty when nothing is wrong
 */
public record Observation(Level level, String subject, String saw, String fix) {
  /** How bad it is. */
  public enum Level {
    OK,
    /** The lab works, with less to trust or less to show. */
    WARN,
    /** The lab cannot work. */
    FAIL
  }

  static Observation ok(String subject, String saw) {
    return new Observation(Level.OK, subject, saw, "");
  }

  static Observation warn(String subject, String saw, String fix) {
    return new Observation(Level.WARN, subject, saw, fix);
  }

  static Observation fail(String subject, String saw, String fix) {
    return new Observation(Level.FAIL, subject, saw, fix);
  }
}
