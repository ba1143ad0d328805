package lab.course.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * WORKBOOK.md: chapters written by hand, and a section for each stage that is its README.
 *
 * <p>A section stands between {@code <!-- stage:ID:begin -->} and {@code <!-- stage:ID:end -->};
 * whatever stands outside of these is never touched.
 *
 * @param text the whole book, Markdown
 */
public record Book(String text) {
  /** Of the book in a checkout. */
  public static final String FILE = "WORKBOOK.md";

  private static final Pattern SECTION =
      Pattern.compile(
          "<!-- stage:([\\w-]+):begin -->\n(.*?)<!-- stage:\\1:end -->", Pattern.DOTALL);

  private static final Pattern PRINTED =
      Pattern.compile("<!-- run: ([^\n]+?) -->\n```[^\n]*\n(.*?)```", Pattern.DOTALL);

  private static final Pattern MARK = Pattern.compile("<!-- stage:([\\w-]+):(begin|end) -->");

  /**
   * Something that a command printed.
   *
   * @param command as it is typed, such as {@code ./lab run incident}
   * @param output as it was printed; a line {@code ...} stands for any number of lines
   */
  public record Printed(String command, String output) {}

  /**
   * The book of a checkout.
   *
   * @throws ProblemException when there is none
   */
  public static Book read(Path root) {
    var file = root.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(
          new Problem(
              "There is no book in this checkout.",
              file.toString(),
              "Take it back from git: git checkout " + FILE));
    }
    try {
      return new Book(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the book shows as printed by a command. */
  public List<Printed> printed() {
    return PRINTED
        .matcher(text)
        .results()
        .map(found -> new Printed(found.group(1), found.group(2)))
        .toList();
  }

  /**
   * The same book with each section as the READMEs have it now.
   *
   * @param exercises the folder of the stages
   * @throws ProblemException when a stage has no section or a section no stage
   */
  public Book inStepWith(Path exercises) {
    var readmes = readmes(exercises);
    demandSections(readmes);
    return new Book(
        SECTION
            .matcher(text)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    section(found.group(1), readmes.getOrDefault(found.group(1), "")))));
  }

  private void demandSections(Map<String, String> readmes) {
    var missing = new TreeMap<>(readmes);
    var problems = new ArrayList<Problem>();
    SECTION
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .forEach(id -> {
          if (missing.remove(id) == null) {
            problems.add(
                new Problem(
                    "The book has a section for a stage that is not there, or twice.",
                    place(id),
                    "Take the section out, or write exercises/" + id + "/README.md."));
          }
        });
    missing.keySet().stream()
        .map(id ->
            new Problem(
                "The book has no section for stage " + id + ".",
                FILE,
                "Add where it belongs, in two lines: "
                    + mark(id, "begin")
                    + " and "
                    + mark(id, "end")))
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private String place(String id) {
    var mark =
        MARK.matcher(text)
            .results()
            .filter(found -> found.group(1).equals(id))
            .findFirst()
            .orElseThrow();
    return FILE + ":" + (text.substring(0, mark.start()).lines().count() + 1);
  }

  private static String section(String id, String readme) {
    var below =
        "<!-- Generated from exercises/" + id + "/README.md by: ./lab dev docs --book -->\n\n";
    return mark(id, "begin") + "\n" + below + readme.strip() + "\n" + mark(id, "end");
  }

  private static String mark(String id, String which) {
    return "<!-- stage:" + id + ":" + which + " -->";
  }

  /** By the stage's id; headings one level down, for the book has a title of its own. */
  private static Map<String, String> readmes(Path exercises) {
    var readmes = new TreeMap<String, String>();
    try (var folders = Files.list(exercises)) {
      for (var folder : folders.filter(Files::isDirectory).toList()) {
        var readme = folder.resolve("README.md");
        if (Files.isRegularFile(readme)) {
          var shown = new Readme(Files.readString(readme)).withOriginals();
          readmes.put(folder.getFileName().toString(), oneLevelDown(shown));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readmes;
  }

  private static String oneLevelDown(String markdown) {
    var lines = new ArrayList<String>();
    boolean code = false;
    for (var line : markdown.lines().toList()) {
      code ^= line.strip().startsWith("```");
      lines.add(!code && line.startsWith("#") ? "#" + line : line);
    }
    return String.join("\n", lines);
  }
}
