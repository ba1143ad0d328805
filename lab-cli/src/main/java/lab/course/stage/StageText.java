package lab.course.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stage's README with the learner's numbers: {@code 10<!--{rate}-->} shows the original number
 * wherever the page is read as it is, and the learner's own here.
 *
 * @param goal its first paragraph
 * @param done what stands below {@code Done when}; empty when there is no such part
 * @param text all of it
 */
public record StageText(String goal, Optional<String> done, String text) {
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,]*<!--(\\{[a-z-]+})-->");

  /** The README of a stage; all parts are empty where there is none. */
  public static StageText of(Stage stage) {
    try {
      return parse(Files.readString(stage.folder().resolve("README.md")), stage);
    } catch (IOException noReadme) {
      return new StageText("", Optional.empty(), "");
    }
  }

  private static StageText parse(String raw, Stage stage) {
    var text =
        NUMBER
            .matcher(raw)
            .replaceAll(found -> Matcher.quoteReplacement(stage.numbers().in(found.group(1))));
    var lines = text.lines().toList();
    return new StageText(
        paragraphs(lines).stream()
            .filter(one -> !one.startsWith("#") && !one.startsWith("*"))
            .findFirst()
            .orElse(""),
        below(lines, "Done when"),
        text);
  }

  private static Optional<String> below(List<String> lines, String heading) {
    int at = lines.indexOf("## " + heading);
    return at < 0
        ? Optional.empty()
        : paragraphs(lines.subList(at + 1, lines.size())).stream().findFirst();
  }

  private static List<String> paragraphs(List<String> lines) {
    var all = new ArrayList<String>();
    var one = new ArrayList<String>();
    for (var line : lines) {
      if (line.isBlank() && !one.isEmpty()) {
        all.add(joined(one));
        one.clear();
      } else if (!line.isBlank()) {
        one.add(line.strip());
      }
    }
    if (!one.isEmpty()) {
      all.add(joined(one));
    }
    return all;
  }

  private static String joined(List<String> lines) {
    return lines.stream().collect(Collectors.joining(" ")).replace("`", "");
  }
}
