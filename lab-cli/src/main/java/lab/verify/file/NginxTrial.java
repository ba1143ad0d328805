package lab.verify.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.lint.NginxAnswer;
import lab.lint.NginxAnswer.Place;
import lab.nginx.generate.GenerateOptions;
import lab.nginx.generate.Generated;
import lab.nginx.generate.Generator;
import lab.nginx.generate.Origin;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.nginx.NginxBinary;

/**
 * Asks the real nginx about a configuration: about the copy that the lab would start, or, where the
 * text has faults and there can be no copy, about the file itself.
 */
public final class NginxTrial {
  private NginxTrial() {}

  /**
   * Runs {@code nginx -t} in a folder of its own, which is gone afterwards.
   *
   * @throws ProblemException when nginx cannot be started
   */
  public static NginxAnswer ask(NginxBinary nginx, Configuration configuration) {
    try (var scratch = ScratchFolder.create("lab-nginx-t")) {
      var folder = scratch.path();
      var copy = copy(configuration, folder);
      return copy.isPresent()
          ? askCopy(nginx, copy.get(), folder)
          : NginxAnswer.read(
              nginx.test(absolute(configuration.main().path()), folder),
              (file, line) -> own(configuration, file, line));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem("nginx -t could not be run: " + e.getMessage(), "", "lab doctor"));
    }
  }

  private static Optional<Generated> copy(Configuration configuration, Path folder) {
    if (!configuration.ok()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Generator.generate(configuration, GenerateOptions.in(folder)));
    } catch (ProblemException cannotBeRewritten) {
      return Optional.empty();
    }
  }

  private static NginxAnswer askCopy(NginxBinary nginx, Generated copy, Path folder)
      throws IOException {
    var file = folder.resolve("nginx.conf");
    Files.write(file, copy.bytes());
    return NginxAnswer.read(
        nginx.test(file, folder),
        (named, line) ->
            Path.of(named).equals(file)
                ? copy.origin(line).map(NginxTrial::place)
                : Optional.empty());
  }

  private static Place place(Origin origin) {
    return new Place(origin.source(), origin.line());
  }

  private static Optional<Place> own(Configuration configuration, String file, int line) {
    return configuration.files().stream()
        .filter(source -> absolute(source.path()).equals(Path.of(file).normalize()))
        .findFirst()
        .map(source -> new Place(source, line));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
