package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path runs;

  @Test
  void numbersGoOnWhateverIsInBetween() throws IOException {
    Files.createDirectory(runs.resolve("r-0007"));
    Files.createDirectory(runs.resolve("notes"));
    assertThat(RunFolder.next(runs).id()).isEqualTo("r-0008");
    assertThat(RunFolder.next(runs).id()).isEqualTo("r-0009");
  }

  @Test
  void latestIsTheLastOneThatWasKeptNotOneThatCouldNotStart() throws IOException {
    var kept = RunFolder.next(runs);
    kept.becomeLatest();
    RunFolder.next(runs);
    assertThat(runs.resolve("latest").toRealPath()).isEqualTo(kept.path().toRealPath());
  }

  @Test
  void aLinkThatWasLeftHalfMadeIsMadeAnew() throws IOException {
    var run = RunFolder.next(runs);
    Files.createSymbolicLink(runs.resolve("latest." + run.id()), Path.of("r-0000"));
    run.becomeLatest();
    assertThat(runs.resolve("latest").toRealPath()).isEqualTo(run.path().toRealPath());
  }
}
