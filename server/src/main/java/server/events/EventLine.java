package server.events;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An event as it stands on the channel: one JSON object and a line feed. */
final class EventLine {
  private static final JsonFactory JSON = new JsonFactory();

  private EventLine() {}

  static byte[] of(Event event, Instant at) {
    var line = new ByteArrayOutputStream(160);
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeNumberProperty("at", ChronoUnit.MICROS.between(Instant.EPOCH, at));
      json.writeStringProperty("event", event.name());
      event.write(json);
      json.writeEndObject();
    }
    line.write('\n');
    return line.toByteArray();
  }
}
