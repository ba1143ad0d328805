package lab.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.Advice;
import lab.lint.Mistakes;
import lab.lint.rule.Rule;
import lab.nginx.syntax.Fault;
import lab.screen.Ink;

/**
 * A rule's page at a terminal: the Markdown that the pages use, and no more.
 *
 * @param ink colours
 * @param columns of the terminal
 */
public record RulePage(Ink ink, int columns) {
  private static final int WIDEST = 88;

  /** What may stand in a paragraph: no heading, no table, no quotation, no empty line. */
  private static final Pattern PROSE = Pattern.compile("\\s*[^\\s#|>]");

  /** What begins a line of its own. */
  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+\\.)\\s");

  /** The ids of all rules that have a page. */
  public static List<String> ids() {
    var rules = Stream.concat(Mistakes.rules().stream(), Advice.rules().stream()).map(Rule::id);
    var faults = Stream.of(Fault.Kind.values()).map(Fault.Kind::id);
    return Stream.of(rules, faults, Stream.of("nginx-refuses"))
        .flatMap(ids -> ids)
        .distinct()
        .sorted()
        .toList();
  }

  public List<String> lines(String page) {
    var lines = new ArrayList<String>();
    boolean code = false;
    for (var line : joined(page.lines().toList())) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code) {
        lines.add("    " + ink.name(line));
      } else if (line.startsWith("#")) {
        lines.add(ink.strong(line.replaceFirst("^#+ ", "")));
      } else {
        wrap(line).forEach(wrapped -> lines.add(inline(wrapped)));
      }
    }
    return lines;
  }

  /** With each paragraph on one line, which is wrapped to the screen later; code stays as it is. */
  private static List<String> joined(List<String> lines) {
    var joined = new ArrayList<String>();
    boolean code = false;
    boolean open = false;
    for (var line : lines) {
      boolean fence = line.startsWith("```");
      boolean prose = !code && !fence && PROSE.matcher(line).lookingAt();
      if (open && prose && !ITEM.matcher(line).lookingAt()) {
        joined.add(joined.removeLast() + " " + line.strip());
      } else {
        joined.add(line);
      }
      code ^= fence;
      open = prose;
    }
    return joined;
  }

  private List<String> wrap(String text) {
    int room = Math.clamp(columns - 1, 20, WIDEST);
    var item = ITEM.matcher(text);
    var indent = " ".repeat(item.lookingAt() ? item.end() : 0);
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent).append(word);
        continue;
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private String inline(String line) {
    var bold = line.replaceFirst("^\\*\\*(\\w+)\\*\\*", "$1");
    return ink.on() ? bold.replaceAll("`([^`]+)`", ink.name("$1")) : bold;
  }
}
