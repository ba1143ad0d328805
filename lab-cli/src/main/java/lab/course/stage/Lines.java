package lab.course.stage;

import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of a stage stand in its {@code stage.yaml}, for whoever finds a fault in the
 * whole that its reader could not see.
 *
 * @param lines from 1, by kind and name
 */
public record Lines(Map<References.Of, Map<String, Integer>> lines) {
  public Lines {
    lines = Map.copyOf(lines);
  }

  /** The line of a check, from 1; 0 where there is none of this name. */
  public int check(String id) {
    return line(References.Of.CHECK, id);
  }

  /** The line of a hint, from 1; 0 where it stands in another file, beside a snippet's claim. */
  public int hint(String id) {
    return line(References.Of.HINT, id);
  }

  /** The line of a misconception, from 1; 0 where there is none of this name. */
  public int misconception(String id) {
    return line(References.Of.MISCONCEPTION, id);
  }

  /** The line of a right or a wrong answer, from 1; 0 where there is none of this name. */
  public int tried(String id) {
    return line(References.Of.TRIED, id);
  }

  /** The line on which another stage is needed, from 1; 0 where it is not. */
  public int need(String number) {
    return line(References.Of.NEEDED_STAGE, number);
  }

  private int line(References.Of of, String name) {
    return Optional.ofNullable(lines.getOrDefault(of, Map.of()).get(name)).orElse(0);
  }
}
