package lab.cli.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.findings.figures.RecordedRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the recorded runs of a checkout as evidence for figures: one record a lane. Runs that were
 * cut short, or whose file is of another form, are no evidence.
 */
public final class RecordedRuns {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCHEMA = "lab/run/1";
  private static final double NANOS_PER_MILLI = 1e6;

  private RecordedRuns() {}

  /**
   * All of them, oldest first.
   *
   * @param runs the folder of the run folders; need not exist
   */
  public static List<RecordedRun> in(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (var folders = Files.list(runs)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches("r-\\d+"))
          .sorted()
          .flatMap(folder -> of(folder.resolve("run.json")).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RecordedRun> of(Path file) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      var run = JSON.readTree(Files.readString(file));
      boolean counts = run.path("schema").asString("").equals(SCHEMA);
      return counts && run.path("complete").asBoolean(false) ? lanes(run) : List.of();
    } catch (IOException | JacksonException unreadable) {
      return List.of();
    }
  }

  private static List<RecordedRun> lanes(JsonNode run) {
    var lanes = new ArrayList<RecordedRun>();
    for (var lane : run.path("lanes").path("lanes").values()) {
      var outcomes = lane.path("outcomes");
      lanes.add(
          new RecordedRun(
              run.path("id").asString(""),
              phase(run),
              lane.path("route").asString(""),
              lane.path("sent").asLong(0),
              outcomes.path("OK").asLong(0),
              measures(lane, run.path("settings").path("speed").asInt(1))));
    }
    return lanes;
  }

  /**
   * A run with one upstream for all is a comparison; one in which only sync answered, or nobody, is
   * from before.
   */
  private static String phase(JsonNode run) {
    var upstream = run.path("settings").path("upstream").asString("");
    if (!upstream.isEmpty()) {
      return upstream.equals("sync") ? "before" : upstream;
    }
    boolean rerouted =
        run.path("servedBy").values().stream()
            .flatMap(byMode -> byMode.propertyNames().stream())
            .anyMatch(mode -> !mode.equals("sync"));
    return rerouted ? "after" : "before";
  }

  private static Map<String, Double> measures(JsonNode lane, int speed) {
    var measures = new LinkedHashMap<String, Double>();
    measures.put("e502", lane.path("outcomes").path("BAD_GATEWAY").asDouble(0));
    measures.put("e504", lane.path("outcomes").path("GATEWAY_TIMEOUT").asDouble(0));
    var response = lane.path("response");
    if (response.path("count").asLong(0) > 0) {
      time(measures, "p50_ms", response.path("p50"), speed);
      time(measures, "p95_ms", response.path("p95"), speed);
    }
    double throughput = lane.path("throughputPerSecond").asDouble(0);
    measures.put("throughput_rps", throughput);
    measures.put("throughput_rps" + RecordedRun.REAL_TIME, throughput / speed);
    return measures;
  }

  private static void time(Map<String, Double> into, String name, JsonNode value, int speed) {
    double millis = Duration.parse(value.asString("PT0S")).toNanos() / NANOS_PER_MILLI;
    into.put(name, millis);
    into.put(name + RecordedRun.REAL_TIME, millis * speed);
  }
}
