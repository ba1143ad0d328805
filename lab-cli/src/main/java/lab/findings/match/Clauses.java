package lab.findings.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.findings.language.Token;

/** Cuts a sentence where one statement ends and the next begins. */
final class Clauses {
  private static final Set<String> OPENERS =
      Set.of(
          "but",
          "while",
          "wherea",
          "becaus",
          "sinc",
          "although",
          "though",
          "so",
          "which",
          "when",
          "if",
          "unless",
          "until",
          "onc",
          "wherev");

  private Clauses() {}

  /** The clauses of a sentence; marks that part them belong to none. */
  static List<Span> of(List<Token> tokens) {
    var clauses = new ArrayList<Span>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.isBreak() && !token.is("→")) {
        add(clauses, from, i);
        from = i + 1;
      } else if (OPENERS.contains(token.stem())) {
        add(clauses, from, i);
        from = i;
      }
    }
    add(clauses, from, tokens.size());
    return List.copyOf(clauses);
  }

  private static void add(List<Span> clauses, int from, int to) {
    if (to > from) {
      clauses.add(new Span(from, to));
    }
  }
}
