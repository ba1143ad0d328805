package lab.course.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.problem.ProblemException;

/**
 * {@code .lab/journal.ndjson}: one line an event, appended and forced to the disk before {@link
 * #append} returns.
 *
 * <p>A line without its end was cut off before it was reported as saved; it is set aside, and the
 * journal goes on before it. Several labs may append to one journal.
 */
public final class Journal {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final byte END = '\n';

  private final Path state;
  private final Path file;
  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private long length;
  private int lines;

  private Journal(Path state, Clock clock) {
    this.state = state;
    this.file = state.resolve("journal.ndjson");
    this.clock = clock;
  }

  /**
   * Reads the journal of a checkout. Nothing is written: a folder that nobody may write can still
   * be looked at.
   *
   * @param state the checkout's {@code .lab}; it need not be there
   * @throws ProblemException when the journal cannot be read
   */
  public static Journal open(Path state, Clock clock) {
    var journal = new Journal(state, clock);
    try {
      if (Files.exists(journal.file)) {
        journal.take(Files.readAllBytes(journal.file));
      }
      return journal;
    } catch (IOException e) {
      throw DiskProblem.of(journal.file, e);
    }
  }

  /** What happened, oldest first. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** What a person should hear about the journal itself; empty when all is well. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /** What follows from it. */
  public Progress progress() {
    return Progress.of(entries);
  }

  /**
   * Appends an event; when this returns, it is on the disk.
   *
   * @throws ProblemException when it could not be saved; the journal is then as it was
   */
  public Entry append(Event event) {
    return append(List.of(event)).getFirst();
  }

  /** Appends several events, of which either all count or none. */
  public List<Entry> append(List<Event> events) {
    try (var _ = FolderLock.take(state, PATIENCE);
        var channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      catchUp(channel);
      var fresh = new ArrayList<Entry>();
      var text = new StringBuilder();
      for (var event : events) {
        var entry = new Entry(next() + fresh.size(), clock.instant(), event);
        fresh.add(entry);
        text.append(EntryText.write(entry)).append((char) END);
      }
      write(channel, text.toString().getBytes(StandardCharsets.UTF_8));
      entries.addAll(fresh);
      lines += fresh.size();
      StateCache.write(state, progress(), length);
      return fresh;
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    }
  }

  private long next() {
    return entries.isEmpty() ? 1 : entries.getLast().number() + 1;
  }

  private void write(FileChannel channel, byte[] line) throws IOException {
    boolean first = length == 0;
    try {
      var bytes = ByteBuffer.wrap(line);
      channel.position(length);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      // Half a line must not stand before the next whole one.
      channel.truncate(length);
      throw e;
    }
    length += line.length;
    if (first) {
      forceFolder();
    }
  }

  /** A new file's name is on the disk only when its folder is. */
  private void forceFolder() {
    try (var folder = FileChannel.open(state, StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException notOnThisSystem) {
      // Some systems do not open folders; they write names through by themselves.
    }
  }

  /** Takes what other labs have appended meanwhile, and clears a torn end out of the way. */
  private void catchUp(FileChannel channel) throws IOException {
    var rest = new byte[Math.toIntExact(Math.max(0, channel.size() - length))];
    var bytes = ByteBuffer.wrap(rest);
    long position = length;
    while (bytes.hasRemaining() && channel.read(bytes, position) > 0) {
      position = length + bytes.position();
    }
    take(rest);
    if (channel.size() > length) {
      setAside(channel);
      channel.truncate(length);
    } else if (channel.size() < length) {
      throw new IOException("the journal has become shorter than it was: somebody replaced it");
    }
  }

  /** What was cut off is kept all the same: it may help somebody who looks for it. */
  private void setAside(FileChannel channel) throws IOException {
    var torn = ByteBuffer.allocate(Math.toIntExact(channel.size() - length));
    channel.read(torn, length);
    try (var aside =
        FileChannel.open(
            state.resolve("journal.torn"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      torn.flip();
      aside.write(torn);
      aside.write(ByteBuffer.wrap(new byte[] {END}));
    }
  }

  private void take(byte[] bytes) {
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == END) {
        line(new String(bytes, start, at - start, StandardCharsets.UTF_8));
        start = at + 1;
      }
    }
    length += start;
    if (start < bytes.length) {
      notices.add(
          "The last line of the journal was cut off when a lab was stopped while it saved."
              + " It had not been reported as saved; everything before it is there.");
    }
  }

  private void line(String text) {
    lines++;
    var entry = EntryText.read(text);
    if (entry.isEmpty()) {
      notices.add("Line " + lines + " of " + file + " cannot be read; it was passed over.");
    } else if (entry.get().number() != next()) {
      notices.add(
          "Line "
              + lines
              + " of "
              + file
              + " has number "
              + entry.get().number()
              + " where "
              + next()
              + " was due: lines were lost or changed.");
      entries.add(entry.get());
    } else {
      entries.add(entry.get());
    }
  }
}
