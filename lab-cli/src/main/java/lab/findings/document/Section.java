package lab.findings.document;

import java.util.Locale;

/** The part of a write-up that a sentence stands in, told from the headings above it. */
public enum Section {
  CAUSES,
  MODELS,
  ROUTING,
  NONE;

  /** The section that a heading opens; {@code NONE} when its words name none. */
  static Section opened(String heading) {
    var words = heading.toLowerCase(Locale.ROOT);
    if (has(words, "routing", "choices", "re-rout", "rerout", "routes", "decision")) {
      return ROUTING;
    }
    if (has(words, "model", "compar", "strength", "architectures")) {
      return MODELS;
    }
    if (has(words, "cause", "why", "what happened", "went wrong", "incident", "diagnosis")) {
      return CAUSES;
    }
    return NONE;
  }

  private static boolean has(String text, String... parts) {
    for (var part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
