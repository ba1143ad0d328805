package lab.findings.document;

import java.util.Locale;

/** The part of a write-up that a sentence stands in, told from the headings above it. */
public enum Section {
  CAUSES,
  MODELS,
  ROUTING,
  NONE;

  private static final String[] ROUTING_WORDS = {
    "routing",
    "choices",
    "re-rout",
    "rerout",
    "routes",
    "decision",
    "allocation",
    "assignment",
    "placement",
    "goes where",
    "went where",
    "go where",
    "goes here",
    "i put",
    "we put",
    "i did",
    "we did",
    "my ways",
    "the fix",
    "new layout",
    "what i changed",
    "what we changed"
  };
  private static final String[] MODEL_WORDS = {
    "model",
    "compar",
    "strength",
    "architectures",
    "kinds of server",
    "types of server",
    "servers",
    "pros and cons",
    "for and against",
    "candidates",
    "on the jvm"
  };
  private static final String[] CAUSE_WORDS = {
    "cause",
    "why",
    "what happened",
    "went wrong",
    "incident",
    "diagnosis",
    "what broke",
    "outage",
    "disturbance",
    "failure",
    "what is wrong",
    "what was wrong"
  };

  /** The section that a heading opens; {@code NONE} when its words name none. */
  static Section opened(String heading) {
    var words = heading.toLowerCase(Locale.ROOT);
    if (has(words, ROUTING_WORDS)) {
      return ROUTING;
    }
    if (has(words, MODEL_WORDS)) {
      return MODELS;
    }
    if (has(words, CAUSE_WORDS)) {
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
