package lab.course.yaml;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import lab.course.variation.Numbers;
import lab.problem.Nearest;

/**
 * The keys of one mapping, taken one by one with what each must be.
 *
 * <p>A fault is noted and a harmless value returned, so that reading goes on to the next fault.
 * {@link #done} finds the keys that nobody took.
 */
public final class Fields {
  private final YamlNode.Entries entries;
  private final Context context;
  private final String what;
  private final Set<String> taken = new HashSet<>();

  /**
   * What all mappings of a file share.
   *
   * @param file as it is shown
   * @param numbers put into every text
   */
  public record Context(String file, Faults faults, Numbers numbers) {}

  /**
   * The keys of a mapping.
   *
   * @param what it describes, such as {@code a check}
   */
  public Fields(YamlNode.Entries entries, Context context, String what) {
    this.entries = entries;
    this.context = context;
    this.what = what;
  }

  /** The line that the mapping begins on. */
  public int line() {
    return entries.line();
  }

  /** The line of a key, or of the mapping when the key is not there. */
  public int line(String key) {
    return Optional.ofNullable(entries.lines().get(key)).orElse(line());
  }

  public boolean has(String key) {
    return entries.values().containsKey(key);
  }

  /** Whether keys with values stand below a key, and not one value. */
  public boolean holdsKeys(String key) {
    return entries.values().get(key) instanceof YamlNode.Entries;
  }

  /** Notes a fault of this mapping. */
  public void fault(int line, String text, String next) {
    context.faults().add(context.file(), line, text, next);
  }

  /** A text that must be there. */
  public String text(String key) {
    return demand(key, optionalText(key), "");
  }

  public Optional<String> optionalText(String key) {
    return take(key).flatMap(node -> words(key, node));
  }

  /** A text that must be one of some words. */
  public String oneOf(String key, Collection<String> words) {
    var text = text(key);
    if (!text.isEmpty()) {
      demandOneOf(line(key), key, text, words);
    }
    return text;
  }

  /** A number that must be there and in range. */
  public double number(String key, double least, double most) {
    return demand(key, optionalNumber(key, least, most), least);
  }

  public Optional<Double> optionalNumber(String key, double least, double most) {
    return optionalText(key).map(text -> number(key, text, least, most));
  }

  /** A whole number that must be there and in range. */
  public int whole(String key, int least, int most) {
    return (int) whole(key, number(key, least, most));
  }

  public Optional<Integer> optionalWhole(String key, int least, int most) {
    return optionalNumber(key, least, most).map(number -> (int) whole(key, number));
  }

  /** True or false; false where the key is not there. */
  public boolean flag(String key) {
    return optionalText(key)
        .map(text -> {
          demandOneOf(line(key), key, text, List.of("true", "false"));
          return text.equals("true");
        })
        .orElse(false);
  }

  /** A length of time such as {@code 10s}. */
  public Optional<Duration> optionalSpan(String key) {
    return optionalText(key)
        .flatMap(text -> {
          var span = TimeSpan.parse(text);
          if (span.isEmpty()) {
            fault(
                line(key),
                "'" + key + "' is '" + text + "', which is no length of time.",
                "Write it like 10s, 500ms or 2m.");
          }
          return span;
        });
  }

  /** A list of texts; empty where the key is not there. */
  public List<String> texts(String key) {
    return items(key).stream().flatMap(node -> words(key, node).stream()).toList();
  }

  /** A list of texts, each with its line. */
  public Map<String, Integer> textLines(String key) {
    var lines = new LinkedHashMap<String, Integer>();
    items(key).forEach(node -> words(key, node).ifPresent(text -> lines.put(text, node.line())));
    return Collections.unmodifiableMap(lines);
  }

  /** A list of mappings; empty where the key is not there. */
  public List<Fields> each(String key, String kind) {
    return items(key).stream().flatMap(node -> mapping(key, node, kind).stream()).toList();
  }

  /** A mapping below a key. */
  public Optional<Fields> within(String key, String kind) {
    return take(key).flatMap(node -> mapping(key, node, kind));
  }

  /** Mappings by name below a key; empty where the key is not there. */
  public Map<String, Fields> named(String key, String kind) {
    var named = new LinkedHashMap<String, Fields>();
    within(key, kind)
        .ifPresent(inner -> {
          for (var name : inner.entries.values().keySet()) {
            inner.within(name, kind).ifPresent(fields -> named.put(name, fields));
          }
        });
    return Collections.unmodifiableMap(named);
  }

  /** Texts by name below a key, in their order; empty where the key is not there. */
  public Map<String, String> textsByName(String key, String kind) {
    var texts = new LinkedHashMap<String, String>();
    within(key, kind)
        .ifPresent(inner ->
            inner.entries.values().keySet().forEach(name -> texts.put(name, inner.text(name))));
    return Collections.unmodifiableMap(texts);
  }

  /** Notes a fault unless a text is one of some words. */
  public void demandOneOf(int line, String key, String text, Collection<String> words) {
    if (!words.contains(text)) {
      var meant = Nearest.of(text, words).map(word -> "Did you mean '" + word + "'? ").orElse("");
      fault(
          line,
          "'" + key + "' is '" + text + "', which it cannot be.",
          meant + "One of: " + String.join(", ", new TreeSet<>(words)) + ".");
    }
  }

  /** Notes the keys that were not taken. */
  public void done() {
    for (var key : entries.values().keySet()) {
      if (!taken.contains(key)) {
        var meant = Nearest.of(key, taken).map(word -> "Did you mean '" + word + "'? ").orElse("");
        fault(
            line(key),
            "'" + key + "' is no key of " + what + ".",
            meant + "Its keys: " + String.join(", ", new TreeSet<>(taken)) + ".");
      }
    }
  }

  private Optional<YamlNode> take(String key) {
    taken.add(key);
    return Optional.ofNullable(entries.values().get(key));
  }

  private List<YamlNode> items(String key) {
    return switch (take(key).orElse(new YamlNode.Items(line(), List.of()))) {
      case YamlNode.Items(_, var items) -> items;
      case YamlNode.Text(_, var text) when text.isEmpty() -> List.of();
      case YamlNode other -> {
        fault(
            other.line(),
            "'" + key + "' must be a list.",
            "Write [a, b], or a line with - for each.");
        yield List.of();
      }
    };
  }

  private Optional<Fields> mapping(String key, YamlNode node, String kind) {
    if (node instanceof YamlNode.Entries inner) {
      return Optional.of(new Fields(inner, context, kind));
    }
    fault(
        node.line(),
        "'" + key + "' must hold keys with values: " + kind + ".",
        "Write {key: value, ...}.");
    return Optional.empty();
  }

  private Optional<String> words(String key, YamlNode node) {
    if (!(node instanceof YamlNode.Text(int line, String raw))) {
      fault(node.line(), "'" + key + "' must be one value.", "Quote it if it begins with { or [.");
      return Optional.empty();
    }
    for (var name : context.numbers().unknown(raw)) {
      var meant =
          Nearest.of(name, context.numbers().names()).map(word -> "Did you mean {" + word + "}? ");
      fault(
          line,
          "There is no number {" + name + "}.",
          meant.orElse("")
              + "The numbers: "
              + String.join(" ", new TreeSet<>(context.numbers().names()))
              + ".");
    }
    return Optional.of(context.numbers().in(raw));
  }

  private double number(String key, String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException toBeTold) {
      // told below, with the range
    }
    fault(
        line(key),
        "'" + key + "' is '" + text + "'.",
        "It must be a number from " + shown(least) + " to " + shown(most) + ".");
    return least;
  }

  private double whole(String key, double number) {
    if (number != Math.rint(number)) {
      fault(line(key), "'" + key + "' must be a whole number.", "Write it without a fraction.");
    }
    return Math.rint(number);
  }

  private <T> T demand(String key, Optional<T> value, T otherwise) {
    boolean blank = value.filter(Predicate.<Object>isEqual("")).isPresent();
    if (value.isEmpty() && !has(key)) {
      fault(line(), "'" + key + "' is missing from " + what + ".", "Add a line: " + key + ": ...");
    } else if (blank) {
      fault(line(key), "'" + key + "' is empty.", "Give it a value.");
    }
    return value.orElse(otherwise);
  }

  private static String shown(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
