package lab.cli;

import java.util.List;
import java.util.function.Supplier;

/**
 * What Ctrl-C is answered with: what is kept and what is not, on lines of its own.
 *
 * <p>The process ends with 128 and the signal's number then, 130 for Ctrl-C, as any other does.
 */
public final class LastWords implements AutoCloseable {
  private final Thread hook;

  private LastWords(Thread hook) {
    this.hook = hook;
  }

  /**
   * Gets ready to answer.
   *
   * @param words asked for when the process is told to end, on a thread of its own
   */
  public static LastWords of(Console console, Supplier<List<String>> words) {
    var hook = new Thread(() -> say(console, words.get()), "last-words");
    Runtime.getRuntime().addShutdownHook(hook);
    return new LastWords(hook);
  }

  /** Says them below whatever the terminal was showing; the quiet are told, too. */
  public static void say(Console console, List<String> words) {
    if (console.live()) {
      console.err().println();
    }
    words.forEach(line -> console.err().println("  " + line));
    console.err().flush();
  }

  /** There is nothing to say any more; too late once the process is ending. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // The words are being said.
    }
  }
}
