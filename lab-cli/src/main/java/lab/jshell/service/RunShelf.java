package lab.jshell.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.load.sample.Sample;
import lab.load.sample.SampleFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The kept runs, met as files. */
final class RunShelf {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "r-\\d{4,}";

  private RunShelf() {}

  /** Id, scenario and what ran out, with tabs between, oldest first. */
  static List<String> list(Path runs) throws IOException {
    var lines = new ArrayList<String>();
    if (!Files.isDirectory(runs)) {
      return lines;
    }
    try (var folders = Files.list(runs)) {
      for (var folder :
          folders.filter(f -> f.getFileName().toString().matches(NAME)).sorted().toList()) {
        line(folder).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private static Optional<String> line(Path folder) {
    try {
      var run = JSON.readTree(Files.readString(folder.resolve("run.json")));
      return Optional.of(
          "%s\t%s\t%s"
              .formatted(
                  folder.getFileName(),
                  run.path("scenario").asString(""),
                  run.path("ranOut").asString("").replace('\t', ' ')));
    } catch (IOException | JacksonException unfinished) {
      return Optional.empty();
    }
  }

  static List<Sample> samples(Path runs, String id) {
    if (!id.matches(NAME) || !Files.isRegularFile(runs.resolve(id).resolve("samples.ndjson"))) {
      throw new IllegalArgumentException("there is no run or burst " + id);
    }
    return SampleFile.read(runs.resolve(id).resolve("samples.ndjson"));
  }
}
