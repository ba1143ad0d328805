package lab.findings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lab.findings.figures.RecordedRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A write-up with what a person said of it.
 *
 * @param name the file's name without its ending
 * @param markdown the text
 * @param levels criterion to level 0, 1, 2; empty when nobody labelled it
 * @param misconceptions beliefs held, M1 to M8
 * @param runs the author's recorded runs
 */
public record Labelled(
    String name,
    String markdown,
    Map<String, Integer> levels,
    Set<String> misconceptions,
    List<RecordedRun> runs) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> NO_MEASURE =
      Set.of("run", "phase", "route", "server", "sent", "ok");

  public Labelled {
    levels = new TreeMap<>(levels);
    misconceptions = new TreeSet<>(misconceptions);
    runs = List.copyOf(runs);
  }

  /** All {@code .md} files of a folder, by name, each with the {@code .json} beside it if any. */
  public static List<Labelled> all(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.getFileName().toString().equals("RUBRIC.md"))
          .sorted()
          .map(Labelled::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Labelled read(Path file) {
    var name = file.getFileName().toString().replaceFirst("\\.md$", "");
    var beside = file.resolveSibling(name + ".json");
    try {
      var labels =
          Files.exists(beside) ? JSON.readTree(Files.readString(beside)) : JSON.createObjectNode();
      var levels = new LinkedHashMap<String, Integer>();
      labels.path("labels").properties().forEach(e -> levels.put(e.getKey(), e.getValue().asInt()));
      var held = new TreeSet<String>();
      labels.path("misconceptions").values().forEach(each -> held.add(each.asString()));
      return new Labelled(name, text(file), levels, held, runs(labels.path("evidence")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as text; bytes that are no UTF-8 become question marks, as a viewer shows them. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static List<RecordedRun> runs(JsonNode evidence) {
    var runs = new ArrayList<RecordedRun>();
    for (var run : evidence.values()) {
      var measures = new LinkedHashMap<String, Double>();
      run.properties().stream()
          .filter(e -> e.getValue().isNumber() && !NO_MEASURE.contains(e.getKey()))
          .forEach(e -> measures.put(e.getKey(), e.getValue().asDouble()));
      runs.add(
          new RecordedRun(
              run.path("run").asString(""),
              run.path("phase").asString(""),
              run.path("route").asString(""),
              run.path("sent").asLong(0),
              run.path("ok").asLong(0),
              measures));
    }
    return runs;
  }
}
