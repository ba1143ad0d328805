package lab.findings.opinion;

/** What a model said about one criterion. */
public sealed interface Opinion {
  String criterion();

  /**
   * A level beside ours, with words of the write-up.
   *
   * @param level 0, 1 or 2
   * @param quote stands in the write-up word for word
   */
  record Given(String criterion, int level, String quote) implements Opinion {}

  /**
   * An answer that does not count.
   *
   * @param why for people
   */
  record Rejected(String criterion, String why) implements Opinion {}
}
