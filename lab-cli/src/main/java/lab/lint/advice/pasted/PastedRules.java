package lab.lint.advice.pasted;

import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Rule;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** The rules on pasted letters in values. */
public final class PastedRules {
  private PastedRules() {}

  public static List<Rule> all() {
    return List.of(new PastedBlank(), new PastedQuote());
  }

  /** The statements that have words to look at. */
  static Stream<Directive> statements(Site site) {
    return site.scopes().flatMap(scope -> scope.directives().stream());
  }

  /**
   * The words without quotes around them: inside of quotes, any letter is meant as it is. The first
   * word is one of them, for in a table it is a value.
   */
  static Stream<Word> bare(Directive statement) {
    return Stream.concat(Stream.of(statement.name()), statement.args().stream())
        .filter(PastedRules::isBare);
  }

  private static boolean isBare(Word word) {
    char first = word.span().raw().isEmpty() ? '"' : word.span().raw().charAt(0);
    return first != '"' && first != '\'';
  }
}
