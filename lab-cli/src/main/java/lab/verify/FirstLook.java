package lab.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.FaultyFileException;
import lab.problem.ProblemException;
import lab.stack.StackSettings;

/**
 * The learner's files as they were when each was first looked at: they may be edited while they are
 * tried. None is looked at before it is wanted.
 */
final class FirstLook {
  private final Path nginxConf;
  private final Supplier<StackSettings> sizes;
  private Optional<Configuration> judged = Optional.empty();
  private Optional<StackSettings> settings = Optional.empty();

  /**
   * Prepares a look.
   *
   * @param sizes reads {@code stack.yaml}
   */
  FirstLook(Path nginxConf, Supplier<StackSettings> sizes) {
    this.nginxConf = nginxConf;
    this.sizes = sizes;
  }

  /**
   * The configuration that is judged.
   *
   * @throws FaultyFileException when the file is gone; a mistake in it is kept in the configuration
   */
  Configuration judged() {
    var read = judged.orElseGet(this::read);
    judged = Optional.of(read);
    return read;
  }

  private Configuration read() {
    try {
      return Configuration.load(nginxConf);
    } catch (ProblemException unreadable) {
      throw Files.exists(nginxConf) ? unreadable : new FaultyFileException(unreadable.problems());
    }
  }

  /**
   * The programs of the stack that is judged.
   *
   * @throws FaultyFileException when the file does not say their sizes right
   */
  StackSettings settings() {
    var read = settings.orElseGet(sizes);
    settings = Optional.of(read);
    return read;
  }

  /** Empty where they are refused: the checks say so that need them. */
  Optional<StackSettings> allowed() {
    try {
      return Optional.of(settings());
    } catch (FaultyFileException refused) {
      return Optional.empty();
    }
  }
}
