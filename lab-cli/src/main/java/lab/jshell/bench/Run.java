package lab.jshell.bench;

/**
 * A kept run.
 *
 * @param id such as {@code r-0042}
 * @param scenario what was replayed
 * @param summary what came of it
 */
public record Run(String id, String scenario, String summary) {
  @Override
  public String toString() {
    return id + "  " + scenario + "  " + summary;
  }
}
