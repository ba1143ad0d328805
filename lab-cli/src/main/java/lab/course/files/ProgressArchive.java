package lab.course.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lab.course.Course;
import lab.course.journal.DiskProblem;
import lab.course.stage.OwnedFile;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * A learner's progress as one file, for another machine: the journal, the answers and disputes
 * about findings, the summaries of the runs and the owned files.
 */
public final class ProgressArchive {
  private static final String JOURNAL = "journal.ndjson";
  private static final String FINDINGS = "findings.ndjson";
  private static final String FILES = "files/";
  private static final String RUNS = "runs/";
  private static final int MOST_ENTRIES = 5_000;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Path root;
  private final Path state;
  private final Course course;

  public ProgressArchive(Path root, Path state, Course course) {
    this.root = root;
    this.state = state;
    this.course = course;
  }

  /**
   * What an archive holds.
   *
   * @param journal the lines
   * @param findings the lines of the record of answers and disputes; empty where there are none, as
   *     in archives of earlier labs
   * @param files owned files by their path from the checkout's root
   * @param runs summaries by their path below the folder of the runs
   */
  public record Content(
      String journal, String findings, Map<String, byte[]> files, Map<String, byte[]> runs) {
    public Content {
      files = Map.copyOf(files);
      runs = Map.copyOf(runs);
    }

    /** Paths of the owned files, in order. */
    List<String> paths() {
      return files.keySet().stream().sorted().toList();
    }

    /** The id of the run that was made last; empty when there is none. */
    Optional<String> latestRun() {
      return runs.keySet().stream()
          .map(path -> path.substring(0, path.indexOf('/')))
          .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }
  }

  /**
   * Writes the archive.
   *
   * @return what went in, by name
   * @throws ProblemException when the file is there already or cannot be written
   */
  public List<String> write(Path file) {
    if (Files.exists(file)) {
      throw new ProblemException(
          new Problem(
              "The file is there already; it was left alone.",
              file.toString(),
              "Name another one, or remove it first."));
    }
    var beside = file.resolveSibling(file.getFileName() + ".part");
    var names = new ArrayList<String>();
    try {
      try (var zip = new ZipOutputStream(Files.newOutputStream(beside))) {
        for (var entry : toWrite().entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          copy(entry.getValue(), zip);
          zip.closeEntry();
          names.add(entry.getKey());
        }
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      return names;
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    }
  }

  /**
   * Reads an archive whole, before anything is changed.
   *
   * @throws ProblemException when it is none, or holds what does not belong there
   */
  public Content read(Path file) {
    var journal = "";
    var findings = "";
    var files = new LinkedHashMap<String, byte[]>();
    var runs = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      int count = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var name = entry.getName();
        var bytes = zip.readNBytes(MOST_BYTES + 1);
        if (++count > MOST_ENTRIES || bytes.length > MOST_BYTES) {
          throw refused(file, "it is larger than any progress can be");
        }
        if (name.equals(JOURNAL)) {
          journal = new String(bytes, StandardCharsets.UTF_8);
        } else if (name.equals(FINDINGS)) {
          findings = new String(bytes, StandardCharsets.UTF_8);
        } else if (name.startsWith(FILES) && owned().contains(name.substring(FILES.length()))) {
          files.put(name.substring(FILES.length()), bytes);
        } else if (name.matches(RUNS + "r-\\d{4,9}/(run|verify)\\.json")) {
          runs.put(name.substring(RUNS.length()), bytes);
        } else {
          throw refused(
              file,
              "it holds '"
                  + name.replaceAll("\\p{Cntrl}", "?")
                  + "', which is no part of a progress");
        }
      }
    } catch (ZipException e) {
      throw refused(file, "it is damaged: " + e.getMessage());
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    }
    if (journal.isEmpty()) {
      throw refused(file, "it holds no journal");
    }
    return new Content(journal, findings, files, runs);
  }

  /** The paths of all owned files. */
  public Set<String> owned() {
    var paths = new TreeSet<String>();
    course
        .stages()
        .forEach(stage -> stage.owns().stream().map(OwnedFile::path).forEach(paths::add));
    return paths;
  }

  private Map<String, Path> toWrite() throws IOException {
    var all = new LinkedHashMap<String, Path>();
    var journal = state.resolve(JOURNAL);
    if (!Files.exists(journal)) {
      throw new ProblemException(
          new Problem(
              "There is no progress yet to take along.", journal.toString(), "Begin: lab next"));
    }
    all.put(JOURNAL, journal);
    if (Files.isRegularFile(state.resolve(FINDINGS))) {
      all.put(FINDINGS, state.resolve(FINDINGS));
    }
    for (var path : owned()) {
      if (Files.isRegularFile(root.resolve(path))) {
        all.put(FILES + path, root.resolve(path));
      }
    }
    var runs = state.resolve("runs");
    if (Files.isDirectory(runs)) {
      try (var entries = Files.list(runs)) {
        for (var run : entries.sorted().toList()) {
          addRun(run, all);
        }
      }
    }
    return all;
  }

  private static void addRun(Path run, Map<String, Path> all) {
    for (var name : List.of("run.json", "verify.json")) {
      var file = run.resolve(name);
      if (!Files.isSymbolicLink(run) && Files.isRegularFile(file)) {
        all.put(RUNS + run.getFileName() + "/" + name, file);
      }
    }
  }

  private static void copy(Path file, OutputStream out) throws IOException {
    Files.copy(file, out);
  }

  private static ProblemException refused(Path file, String why) {
    return new ProblemException(
        new Problem(
            "This is not a progress that can be taken in: " + why + ".",
            file.toString(),
            "Make one on the other machine: lab state export FILE"));
  }
}
