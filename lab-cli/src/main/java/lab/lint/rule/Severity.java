package lab.lint.rule;

import java.util.Locale;

/** How much a diagnostic matters, and so what becomes of the check: only an error fails it. */
public enum Severity {
  /** nginx refuses the configuration. */
  ERROR,

  /** nginx accepts it, and it is hardly what the person wants. */
  WARNING,

  /** Good to know; may well be meant. */
  NOTE;

  /** As written in messages and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
