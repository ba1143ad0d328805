package lab.course.stage;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of a stage stand in its {@code stage.yaml}, for whoever finds a fault in the
 * whole that its reader could not see.
 */
public final class Lines {
  private final Map<References.Of, Map<String, Integer>> lines = new EnumMap<>(References.Of.class);

  Lines(Map<References.Of, Map<String, Integer>> lines) {
    lines.forEach((of, names) -> this.lines.put(of, new LinkedHashMap<>(names)));
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

  /** The line of a wrong answer, from 1; 0 where there is none of this name. */
  public int wrong(String id) {
    return line(References.Of.WRONG, id);
  }

  /** The line on which another stage is needed, from 1; 0 where it is not. */
  public int need(String number) {
    return line(References.Of.NEEDED_STAGE, number);
  }

  private int line(References.Of of, String name) {
    return Optional.ofNullable(lines.getOrDefault(of, Map.of()).get(name)).orElse(0);
  }
}
