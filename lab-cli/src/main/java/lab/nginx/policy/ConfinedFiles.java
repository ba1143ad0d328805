package lab.nginx.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lab.nginx.syntax.closure.ConfigFiles;
import lab.nginx.syntax.closure.DiskFiles;

/**
 * Only the files of one submission: nothing outside its folder is read, not even through a link.
 *
 * <p>The one usual include that a submission does not bring along, {@code mime.types}, is answered
 * with a table of ours.
 */
public final class ConfinedFiles implements ConfigFiles {
  private static final Set<Path> USUAL = Set.of(Path.of("/etc/nginx/mime.types"));

  private final Path folder;
  private final DiskFiles disk = new DiskFiles();

  /**
   * @param main the submission's main file; its folder is the submission
   */
  public ConfinedFiles(Path main) {
    var absolute = main.toAbsolutePath().normalize();
    this.folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
  }

  @Override
  public byte[] read(Path file, int limitBytes) throws IOException {
    var absolute = file.toAbsolutePath().normalize();
    boolean ours = absolute.equals(folder.resolve("mime.types")) && !Files.exists(absolute);
    if (ours || USUAL.contains(absolute)) {
      try (var in = ConfinedFiles.class.getResourceAsStream("mime.types")) {
        return Objects.requireNonNull(in).readAllBytes();
      }
    }
    if (!inside(absolute)) {
      throw new NoSuchFileException(file.toString());
    }
    return disk.read(absolute, limitBytes);
  }

  @Override
  public List<String> names(Path directory) throws IOException {
    var absolute = directory.toAbsolutePath().normalize();
    return inside(absolute) ? disk.names(absolute) : List.of();
  }

  private boolean inside(Path file) {
    if (!file.startsWith(folder)) {
      return false;
    }
    for (var at = file; at != null && !at.equals(folder); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        return false;
      }
    }
    return true;
  }
}
