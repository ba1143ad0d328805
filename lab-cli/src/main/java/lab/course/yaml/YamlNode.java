package lab.course.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML file and the line it begins on, from 1. */
public sealed interface YamlNode {
  int line();

  /**
   * A single value.
   *
   * @param value its text, unquoted; empty where nothing was written
   */
  record Text(int line, String value) implements YamlNode {}

  /** A list. */
  record Items(int line, List<YamlNode> items) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * Keys with values, in the order of the file.
   *
   * @param lines the line of each key
   */
  record Entries(int line, Map<String, YamlNode> values, Map<String, Integer> lines)
      implements YamlNode {
    public Entries {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      lines = Map.copyOf(lines);
    }
  }
}
