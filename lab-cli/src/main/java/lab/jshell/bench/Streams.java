package lab.jshell.bench;

/** Connections to {@code /stream_feed} that stay open until they are closed or the shell ends. */
public final class Streams implements AutoCloseable {
  private final String target;
  private final String id;

  private Streams(String target, String id) {
    this.target = target;
    this.id = id;
  }

  static Streams open(String target, int connections) {
    var id = Lab.ask("streams.open", target, Integer.toString(connections)).getFirst();
    return new Streams(target, id);
  }

  /** How many there are, and how many have ever ticked. */
  public Text look() {
    return Text.of(Lab.ask("streams.look", id).subList(2, 3));
  }

  /** How many are open. */
  public int open() {
    return Integer.parseInt(Lab.ask("streams.look", id).get(0));
  }

  /** How many have had a line. */
  public int ticking() {
    return Integer.parseInt(Lab.ask("streams.look", id).get(1));
  }

  /**
   * Opens further ones to the same target.
   *
   * @param connections how many more
   */
  public Streams more(int connections) {
    Lab.ask("streams.more", id, target, Integer.toString(connections));
    return this;
  }

  /** Closes all of them. */
  @Override
  public void close() {
    Lab.ask("streams.close", id);
  }

  @Override
  public String toString() {
    return look().toString();
  }
}
