package lab.course.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries as lines of JSON: {@code {"n":1,"at":"...","event":"begun","stage":"01"}}. */
final class EntryText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Class<? extends Event>> EVENTS =
      Stream.<Class<? extends Event>>of(
              Event.Named.class,
              Event.Begun.class,
              Event.Moved.class,
              Event.Predicted.class,
              Event.Ran.class,
              Event.Verified.class,
              Event.Checked.class,
              Event.Hinted.class,
              Event.Went.class,
              Event.Kept.class,
              Event.Undoing.class,
              Event.Undone.class,
              Event.Disputed.class,
              Event.Imported.class)
          .collect(Collectors.toMap(EntryText::name, Function.identity()));

  private EntryText() {}

  static String write(Entry entry) {
    var line = JSON.createObjectNode();
    line.put("n", entry.number());
    line.put("at", entry.at().toString());
    line.put("event", name(entry.event().getClass()));
    if (JSON.valueToTree(entry.event()) instanceof ObjectNode fields) {
      line.setAll(fields);
    }
    return JSON.writeValueAsString(line);
  }

  /** The entry of a line; empty when it is none. */
  static Optional<Entry> read(String text) {
    try {
      var line = JSON.readTree(text);
      if (!line.path("n").isIntegralNumber() || !line.path("event").isString()) {
        return Optional.empty();
      }
      var name = line.path("event").asString();
      var type = Optional.<Class<? extends Event>>ofNullable(EVENTS.get(name));
      Event event = type.isPresent() ? JSON.treeToValue(line, type.get()) : new Event.Unknown(name);
      return Optional.of(
          new Entry(line.path("n").asLong(), Instant.parse(line.path("at").asString()), event));
    } catch (JacksonException | DateTimeException | IllegalArgumentException noEntry) {
      return Optional.empty();
    }
  }

  private static String name(Class<? extends Event> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
