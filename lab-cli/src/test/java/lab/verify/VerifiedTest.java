package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lab.check.Verdict;
import lab.stack.StateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedTest {
  @Test
  void verificationsFromBeforePredictionsWereTakenUpCanBeRead(@TempDir Path folder)
      throws Exception {
    var file = folder.resolve("verify.json");
    StateFiles.write(
        file,
        new Verified(
            Verified.SCHEMA,
            "02-capacity",
            "r-0001",
            Instant.EPOCH,
            1,
            Verdict.PASS,
            2,
            2,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            1));
    var text = Files.readString(file);
    var old = text.replaceAll("\"foretold\" ?: ?\\[ ?\\],?", "");
    assertThat(old).isNotEqualTo(text);
    Files.writeString(file, old);

    assertThat(StateFiles.read(file, Verified.class).orElseThrow().foretold()).isEmpty();
  }
}
