package lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the lab measured of {@code /hash_me} for one test, for the next ones, whose checkouts are
 * new: the lab itself repeats it after each build only.
 */
public final class KeptCalibration {
  private static final String NAME = "calibration.json";
  private static final Path KEPT =
      Path.of(System.getProperty("lab.root"), "lab-cli", "target", NAME);

  private KeptCalibration() {}

  /** Gives it to a checkout that has not measured yet, when there is one. */
  public static void lend(Path state) throws IOException {
    if (Files.exists(KEPT)) {
      Files.createDirectories(state);
      Files.copy(KEPT, state.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Keeps what a checkout has measured; who reads it meanwhile finds the old one or the new. */
  public static void keep(Path state) throws IOException {
    var copy = Files.createTempFile(KEPT.getParent(), "calibration", ".json");
    try {
      Files.copy(state.resolve(NAME), copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, KEPT, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException notMeasured) {
      Files.delete(copy);
    }
  }
}
