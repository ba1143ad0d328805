package lab.course.journal;

import java.nio.file.Path;
import java.time.Clock;

/** Appends without end, and says what the journal has taken: a victim for {@code kill -9}. */
public final class JournalWriter {
  private JournalWriter() {}

  public static void main(String[] args) {
    var journal = Journal.open(Path.of(args[0]), Clock.systemUTC());
    var filling = "x".repeat(args.length > 1 ? Integer.parseInt(args[1]) : 20);
    while (true) {
      var entry = journal.append(new Event.Disputed("01", "check", filling));
      System.out.println(entry.number());
      System.out.flush();
    }
  }
}
