package lab.course.book;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a stage for people, in which numbers of the incident are marked.
 *
 * <p>{@code 10<!--{rate}-->} is the original incident's number and the name of the learner's: a
 * Markdown viewer shows the first and hides the second.
 *
 * @param text Markdown
 */
public record Readme(String text) {
  private static final Pattern NUMBER =
      Pattern.compile("(\\d+(?:\\.\\d+)?)<!--\\{([a-z]+(?:-[a-z]+)*)}-->");

  /** With the learner's numbers; a name that stands for none leaves the original's number. */
  public String with(Map<String, String> numbers) {
    return NUMBER
        .matcher(text)
        .replaceAll(number ->
            Matcher.quoteReplacement(numbers.getOrDefault(number.group(2), number.group(1))));
  }

  /** With the numbers of the original incident, unmarked. */
  public String withOriginals() {
    return with(Map.of());
  }

  /** The names of the numbers, in the order of the text. */
  public List<String> names() {
    return NUMBER.matcher(text).results().map(number -> number.group(2)).distinct().toList();
  }
}
