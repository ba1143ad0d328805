package lab.course.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.course.journal.DiskProblem;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.StateFiles;

/**
 * {@code .lab/snapshots/s-0001/} and so on: files as they were at a moment. A snapshot is written
 * once and never again.
 */
public final class Snapshots {
  private static final Pattern NAME = Pattern.compile("s-(\\d{4,})");
  private static final String LIST = "snapshot.json";

  private final Path root;
  private final Path folder;

  /**
   * What a snapshot holds.
   *
   * @param present files that are in it
   * @param absent files that were not there, and so are taken away when it is put back
   */
  record Content(List<String> present, List<String> absent) {
    Content {
      present = List.copyOf(present);
      absent = List.copyOf(absent);
    }
  }

  /**
   * The snapshots of a checkout.
   *
   * @param root the checkout
   * @param state its {@code .lab}
   */
  public Snapshots(Path root, Path state) {
    this.root = root;
    this.folder = state.resolve("snapshots");
  }

  /** Whether a name is one that a snapshot can have. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Where a snapshot lies. */
  public Path folder(String id) {
    return folder.resolve(id);
  }

  /**
   * Keeps files as they are.
   *
   * @param paths from the checkout's root
   * @return the id of the snapshot, whole and on the disk
   * @throws ProblemException when it cannot be kept; then nothing may be done to the files
   */
  public String keep(List<String> paths) {
    try {
      var target = next();
      var id = target.getFileName().toString();
      for (var path : paths) {
        var file = root.resolve(path);
        if (Files.isRegularFile(file)) {
          WholeFile.write(kept(id, path), Files.readAllBytes(file));
        }
      }
      StateFiles.write(
          target.resolve(LIST),
          new Content(
              paths.stream().filter(path -> Files.isRegularFile(root.resolve(path))).toList(),
              paths.stream().filter(path -> !Files.exists(root.resolve(path))).toList()));
      return id;
    } catch (IOException e) {
      throw DiskProblem.of(folder, e);
    }
  }

  /** The files of a snapshot, by their paths from the checkout's root. */
  public List<String> files(String id) {
    var content = content(id);
    return Stream.concat(content.present().stream(), content.absent().stream()).toList();
  }

  /**
   * Puts the files of a snapshot back: all of them, or none when the disk has no room for them.
   *
   * @throws ProblemException when that cannot be done
   */
  public void putBack(String id) {
    var content = content(id);
    try (var replacement = new Replacement()) {
      for (var path : content.present()) {
        replacement.put(root.resolve(path), Files.readAllBytes(kept(id, path)));
      }
      for (var path : content.absent()) {
        replacement.remove(root.resolve(path));
      }
      replacement.commit();
    } catch (IOException e) {
      throw DiskProblem.of(folder(id), e);
    }
  }

  /** Whether every file of a snapshot stands as in it, or as in another one. */
  public boolean stand(String id, String other) {
    return files(id).stream().allMatch(path -> stands(path, id) || stands(path, other));
  }

  private boolean stands(String path, String id) {
    try {
      var file = root.resolve(path);
      return content(id).present().contains(path)
          ? Files.isRegularFile(file) && Files.mismatch(file, kept(id, path)) < 0
          : content(id).absent().contains(path) && !Files.exists(file);
    } catch (IOException e) {
      throw DiskProblem.of(folder(id), e);
    }
  }

  private Path kept(String id, String path) {
    return folder(id).resolve("files").resolve(path);
  }

  private Content content(String id) {
    try {
      return StateFiles.read(folder(id).resolve(LIST), Content.class)
          .orElseThrow(() ->
              new ProblemException(
                  new Problem(
                      "The snapshot " + id + " is not there or not whole.",
                      folder(id).toString(),
                      "Look for the files yourself: ls " + folder)));
    } catch (IOException e) {
      throw DiskProblem.of(folder(id), e);
    }
  }

  private Path next() throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        var name = NAME.matcher(entry.getFileName().toString());
        number = name.matches() ? Math.max(number, Integer.parseInt(name.group(1))) : number;
      }
    }
    while (true) {
      number++;
      try {
        return Files.createDirectory(folder.resolve("s-%04d".formatted(number)));
      } catch (FileAlreadyExistsException takenByAnotherLab) {
        // the next number then
      }
    }
  }
}
