package lab.nginx.syntax.closure;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.parse.Limits;
import lab.problem.FaultyFileException;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * A main file and all that it includes, as nginx reads them: one list of statements, each of which
 * still knows the file it stands in.
 *
 * @param main the main file
 * @param files every file that was read, the main file first, each once
 * @param written the statements, each {@code include} followed by what it brings
 * @param directives the same without the {@code include}s: what nginx obeys
 * @param inclusions which statement brought which file, in the order of reading
 * @param faults every mistake, in the order in which nginx would meet them
 */
public record Configuration(
    SourceText main,
    List<SourceText> files,
    List<Directive> written,
    List<Directive> directives,
    List<Inclusion> inclusions,
    List<Fault> faults) {
  public Configuration {
    files = List.copyOf(files);
    written = List.copyOf(written);
    directives = List.copyOf(directives);
    inclusions = List.copyOf(inclusions);
    faults = List.copyOf(faults);
  }

  /**
   * Reads a configuration from the disk.
   *
   * @throws ProblemException when the main file cannot be read; a mistake in it is a fault instead
   */
  public static Configuration load(Path main) {
    return load(main, new DiskFiles(), Limits.GENEROUS);
  }

  /**
   * Reads a configuration.
   *
   * @throws ProblemException when the main file cannot be read; a mistake in it is a fault instead
   */
  public static Configuration load(Path main, ConfigFiles files, Limits limits) {
    try {
      var source = new SourceText(main, files.read(main, limits.fileBytes()));
      return new Closure(source, files, limits).close();
    } catch (NoSuchFileException e) {
      throw new ProblemException(
          new Problem(
              "there is no such file",
              main.toString(),
              "check the path; lab reset brings a lost file of the course back"));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "the file cannot be read: " + e.getMessage(), main.toString(), "check its rights"));
    }
  }

  public boolean ok() {
    return faults.isEmpty();
  }

  /**
   * Goes on only with a configuration whose text has no faults.
   *
   * @throws FaultyFileException with all of them, each with its place
   */
  public void demandReadable() {
    if (!ok()) {
      throw new FaultyFileException(
          faults.stream()
              .map(fault -> new Problem(fault.message(), fault.place(), fault.fix()))
              .toList());
    }
  }

  /** A file's name relative to the main file's folder, as reports name it. */
  public String nameOf(SourceText source) {
    var folder = main.path().toAbsolutePath().normalize().getParent();
    var file = source.path().toAbsolutePath().normalize();
    return folder == null ? file.toString() : folder.relativize(file).toString();
  }
}
