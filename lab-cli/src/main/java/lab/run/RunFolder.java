package lab.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * The folder of one run, which holds all that was observed; every report is a function of it.
 *
 * @param id such as {@code r-0042}
 * @param path the folder
 */
public record RunFolder(String id, Path path) {
  private static final Pattern NAME = Pattern.compile("r-(\\d{4,})");

  /**
   * Makes the folder of the next run.
   *
   * @param runs where all runs are kept; made when it is not there
   * @throws IOException when the disk is full or the folder cannot be written
   */
  public static RunFolder next(Path runs) throws IOException {
    Files.createDirectories(runs);
    int number = highest(runs) + 1;
    while (true) {
      var id = "r-%04d".formatted(number);
      try {
        return new RunFolder(id, Files.createDirectory(runs.resolve(id)));
      } catch (FileAlreadyExistsException takenByAnotherLab) {
        number++;
      }
    }
  }

  /** Summary and settings of the run, one JSON object. */
  public Path result() {
    return path.resolve("run.json");
  }

  /** Every request and stream, one JSON object a line. */
  public Path samples() {
    return path.resolve("samples.ndjson");
  }

  /** What the programs reported of themselves meanwhile, one JSON object a line. */
  public Path events() {
    return path.resolve("events.ndjson");
  }

  /** Response times by lane, waits in vain above them, in HdrHistogram's own text form. */
  public Path histogram(String lane) {
    return path.resolve("histograms").resolve(lane + ".hgrm");
  }

  /**
   * Generated nginx.conf, logs of nginx and of the programs: of the run, where the stack goes on.
   */
  public Path stack() {
    return path.resolve("stack");
  }

  /**
   * Points {@code latest} at this run, whose result has been written: a run that could not start
   * has logs in its folder, and nothing to show.
   *
   * @throws IOException when the disk is full or the folder cannot be written
   */
  public void becomeLatest() throws IOException {
    var fresh = path.resolveSibling("latest." + id);
    // Left by a lab that was killed between the two.
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, Path.of(id));
    Files.move(
        fresh,
        path.resolveSibling("latest"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static int highest(Path runs) throws IOException {
    try (var entries = Files.newDirectoryStream(runs)) {
      int highest = 0;
      for (var entry : entries) {
        var name = NAME.matcher(entry.getFileName().toString());
        if (name.matches()) {
          highest = Math.max(highest, Integer.parseInt(name.group(1)));
        }
      }
      return highest;
    }
  }
}
