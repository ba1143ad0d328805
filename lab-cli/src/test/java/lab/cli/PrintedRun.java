package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A run as {@code lab run --json} prints it.
 *
 * @param json all of it
 */
record PrintedRun(JsonNode json) {
  /** Runs on a checkout; that the machine was too busy is no failure here. */
  static PrintedRun of(LabBench bench, String... words) {
    var all =
        Stream.of(Stream.of("run"), Stream.of(words), Stream.of("--json"))
            .flatMap(part -> part)
            .toArray(String[]::new);
    var done = bench.lab(all);
    assertThat(done.exit()).as(done.err() + done.out()).isIn(0, 3);
    return new PrintedRun(done.json());
  }

  JsonNode at(String pointer) {
    return json.at(pointer);
  }

  JsonNode lane(String name) {
    for (var lane : at("/lanes/lanes")) {
      if (lane.path("lane").asString().equals(name)) {
        return lane;
      }
    }
    throw new AssertionError("no lane " + name + " in " + json);
  }

  /** How many requests of a lane ended so. */
  long count(String lane, String outcome) {
    return lane(lane).path("outcomes").path(outcome).asLong(0);
  }
}
