package lab.nginx.policy;

import java.util.ArrayList;
import java.util.List;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** The refusals so far. */
final class Findings {
  private final List<Refusal> refusals = new ArrayList<>();

  void refuse(String rule, Span at, String message) {
    refusals.add(new Refusal(rule, at, message));
  }

  void refuse(String rule, Word word, String message) {
    refuse(rule, word.span(), message);
  }

  void refuse(String rule, Directive statement, String message) {
    refuse(rule, statement.name().span(), message);
  }

  List<Refusal> list() {
    return List.copyOf(refusals);
  }
}
