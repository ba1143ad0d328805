package lab.nginx.syntax.parse;

/**
 * How much of a configuration is read before it is refused with the limit's name.
 *
 * @param fileBytes size of one file; bytes
 * @param totalBytes size of all files together, each inclusion counted; bytes
 * @param files inclusions, the main file counted
 * @param depth blocks inside one another
 * @param statements statements in all files
 * @param words words in all files
 * @param faults mistakes listed for one file
 */
public record Limits(
    int fileBytes, int totalBytes, int files, int depth, int statements, int words, int faults) {
  /** Far above any real configuration, far below what hurts a small machine. */
  public static final Limits GENEROUS =
      new Limits(1 << 20, 4 << 20, 250, 128, 50_000, 250_000, 100);

  /** Refuses limits that would let nothing through. */
  public Limits {
    if (fileBytes < 1 || totalBytes < 1 || files < 1 || depth < 1) {
      throw new IllegalArgumentException("a limit below 1 reads nothing");
    }
    if (statements < 1 || words < 1 || faults < 1) {
      throw new IllegalArgumentException("a limit below 1 reads nothing");
    }
  }
}
