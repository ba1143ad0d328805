package lab.nginx.syntax;

import java.util.regex.Pattern;

/** Marks at the end of a word that were typed for the semicolon after it. */
public final class Marks {
  /** A comma, a colon, and the bytes of the full-width, Greek, Arabic and small semicolon. */
  private static final Pattern FOR_SEMICOLON =
      Pattern.compile("[,:]|\u00ef\u00bc\u009b|\u00cd\u00be|\u00d8\u009b|\u00ef\u00b9\u0094");

  private Marks() {}

  /**
   * How many bytes at the end of a word were typed for a semicolon; 0 for none, and for a word of
   * nothing else.
   *
   * @param raw the word as it stands in the file
   */
  public static int forSemicolon(String raw) {
    return FOR_SEMICOLON
        .matcher(raw)
        .results()
        .filter(mark -> mark.end() == raw.length() && mark.start() > 0)
        .findFirst()
        .map(mark -> mark.end() - mark.start())
        .orElse(0);
  }
}
