package lab.nginx.policy;

import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;

/**
 * One reason not to run a configuration.
 *
 * @param rule the rule's stable name
 * @param at the bytes that it is about
 * @param message one sentence for the person who wrote them
 */
public record Refusal(String rule, Span at, String message) {
  public SourceText source() {
    return at.source();
  }

  public int line() {
    return at.line();
  }
}
