package lab.course.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.course.journal.Journal;
import lab.stack.StateFiles;

/**
 * {@code .lab/underway/PID.json}: what a command is just doing to the learner's files, or in which
 * run it is. It is there for as long as that lasts; a lab that was killed leaves it behind, and the
 * next start says what was not done to its end.
 *
 * <p>Where it cannot be written the command goes on: what it does next needs the same disk, and
 * says so.
 */
public final class UnderWay implements AutoCloseable {
  private static final String FOLDER = "underway";

  private final Path file;

  private UnderWay(Path file) {
    this.file = file;
  }

  /**
   * What stands in the file.
   *
   * @param pid of the lab
   * @param started when that process began, in milliseconds; another one may have its number later
   * @param command without {@code lab}, to be typed again
   * @param acts so many acts were on record before it
   * @param run where there is one
   */
  record Note(long pid, long started, String command, int acts, Optional<String> run) {
    boolean lives() {
      return ProcessHandle.of(pid).filter(process -> startOf(process) == started).isPresent();
    }

    /** What a person should hear of it. */
    String words(Journal journal) {
      var what = "lab " + command + " was stopped before ";
      if (run.isPresent()) {
        return what
            + "its end: what it saw until then lies in .lab/runs/"
            + run.get()
            + ", and nothing of it is on record. Again: lab "
            + command;
      }
      var since = journal.progress().acts();
      if (since.size() <= acts) {
        return what + "it changed a file. Again: lab " + command;
      }
      return what
          + "its end. Your files as they were are in snapshot "
          + since.getLast().snapshot()
          + ". To end it: lab "
          + command
          + (command.startsWith("undo") ? "" : "   To take it back: lab undo");
    }
  }

  /**
   * Begins something that changes files.
   *
   * @param state the checkout's {@code .lab}
   * @param command without {@code lab}
   * @param journal as it is before
   */
  public static UnderWay act(Path state, String command, Journal journal) {
    return begin(state, command, journal.progress().acts().size(), Optional.empty());
  }

  /** Begins a run, in whose folder nothing is whole before it has ended. */
  public static UnderWay run(Path state, String command, String run) {
    return begin(state, command, 0, Optional.of(run));
  }

  private static UnderWay begin(Path state, String command, int acts, Optional<String> run) {
    var self = ProcessHandle.current();
    var file = state.resolve(FOLDER).resolve(self.pid() + ".json");
    try {
      StateFiles.write(file, new Note(self.pid(), startOf(self), command, acts, run));
    } catch (IOException unwritable) {
      // What the command does next needs the same disk, and tells.
    }
    return new UnderWay(file);
  }

  /**
   * Tells what labs that live no more have left undone, once.
   *
   * @param state the checkout's {@code .lab}
   * @return a sentence or two for each
   */
  public static List<String> settle(Path state, Journal journal) {
    var told = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(state.resolve(FOLDER), "*.json")) {
      for (var file : files) {
        var note = StateFiles.read(file, Note.class);
        if (note.filter(Note::lives).isEmpty()) {
          Files.deleteIfExists(file);
          note.ifPresent(left -> told.add(left.words(journal)));
        }
      }
    } catch (IOException nothingLeftOrUnreadable) {
      // Then there is nothing to tell, or the next start will.
    }
    return told;
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** It has ended. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // The next start then says more than is true, which is better than nothing.
    }
  }
}
