package lab.lint.rule;

import java.util.List;
import java.util.Optional;
import lab.nginx.syntax.Span;

/** Words that begin no statement, but a comment or a fence of another language. */
public final class Foreign {
  private static final List<String> OPENERS = List.of("//", "/*", "<!--", "--", "```");

  private Foreign() {}

  /** What a word begins with, if it is one of these. */
  public static Optional<String> opener(Span word) {
    return OPENERS.stream()
        .filter(opener -> word.source().text().startsWith(opener, word.start()))
        .findFirst();
  }

  /** What ends a comment of that sort; nothing when the line does. */
  public static String closer(String opener) {
    return switch (opener) {
      case "/*" -> "*/";
      case "<!--" -> "-->";
      default -> "";
    };
  }

  /** Whether a word is no statement's name, so that no semicolon is missing behind it. */
  public static boolean isNoName(Span word) {
    return opener(word).isPresent()
        || (word.length() > 0 && Pasted.BLANK.matcher(word.raw()).replaceAll("").isEmpty());
  }
}
