package lab.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A broken file, with what is to be said of it in a comment: {@code # expect: rule line:column}.
 *
 * @param file the broken file
 * @param expected rule and place
 * @param becomes what the line is once the edit is made, blanks around it apart
 * @param repairedByHand the same file put right, where no edit does it
 */
public record Mistake(
    Path file, String expected, Optional<String> becomes, Optional<Path> repairedByHand) {
  private static final Path FOLDER = Path.of("src/test/resources/mistakes");
  private static final Pattern BECOMES = Pattern.compile("# becomes: (.*)");
  private static final Pattern EXPECTED = Pattern.compile("# expect: ([a-z0-9-]+ \\d+:\\d+)");

  public static Stream<Mistake> broken() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".conf"))
          .filter(file -> !file.toString().endsWith(".fixed.conf"))
          .sorted()
          .map(Mistake::read)
          .toList()
          .stream();
    }
  }

  private static Mistake read(Path file) {
    try {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      var matcher = EXPECTED.matcher(text);
      var becomes = BECOMES.matcher(text);
      if (!matcher.find()) {
        throw new IllegalStateException("no expectation in " + file);
      }
      var fixed =
          file.resolveSibling(file.getFileName().toString().replace(".conf", ".fixed.conf"));
      return new Mistake(
          file,
          matcher.group(1),
          becomes.find() ? Optional.of(becomes.group(1)) : Optional.empty(),
          Optional.of(fixed).filter(Files::isRegularFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return FOLDER.relativize(file).toString();
  }
}
