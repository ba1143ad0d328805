package lab.lint.rule;

import java.util.Locale;

/** How much a diagnostic matters. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** As written in messages and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
