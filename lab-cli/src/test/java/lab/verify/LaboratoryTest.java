package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lab.course.Course;
import lab.course.files.StackFile;
import lab.course.variation.Learner;
import lab.problem.FaultyFileException;
import lab.problem.Problem;
import lab.run.RunFolder;
import lab.stack.ServerJar;
import lab.stack.StackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryTest {
  @TempDir private Path root;

  /** A save during the traffic once made trial 2 judge another file, and causality a third. */
  @Test
  void whatIsSavedMeanwhileIsNotWhatIsJudged() throws IOException {
    var file = Files.createDirectories(root.resolve("nginx")).resolve("nginx.conf");
    Files.writeString(file, "events {}\n");
    try (var warm = WarmRig.forOne()) {
      var laboratory = laboratory(warm, "08");
      var judged = laboratory.judged();
      Files.writeString(file, "events {\n");
      assertThat(laboratory.judged()).isSameAs(judged);
      assertThat(judged.ok()).isTrue();
    }
  }

  @Test
  void aStageWhoseSizeIsTheLearnersToChooseTellsItsMemory() throws IOException {
    try (var warm = WarmRig.forOne()) {
      assertThat(laboratory(warm, "08").notes())
          .containsExactly(
              "sync 5 workers, pooled 60 threads: counted as 360 MB (60 a worker, 1 a thread)");
      assertThat(laboratory(warm, "10").notes()).isEmpty();
    }
  }

  @Test
  void sizesAreReadWhenTheyAreWantedAndOnlyOnce() throws IOException {
    var read = new AtomicInteger();
    Supplier<StackSettings> sizes =
        () -> new StackFile(read.incrementAndGet(), 60).in(StackSettings.incident(10, 1));
    try (var warm = WarmRig.forOne()) {
      var laboratory = laboratory(warm, "10", sizes);
      laboratory.notes();
      assertThat(read).hasValue(0);
      assertThat(laboratory.settings()).isSameAs(laboratory.settings());
      assertThat(read).hasValue(1);
    }
  }

  @Test
  void sizesThatAreRefusedHaveNoMemoryToTellOf() throws IOException {
    Supplier<StackSettings> refused =
        () -> {
          throw new FaultyFileException(List.of(new Problem("too many", "stack.yaml:1", "fewer")));
        };
    try (var warm = WarmRig.forOne()) {
      assertThat(laboratory(warm, "08", refused).notes()).isEmpty();
    }
  }

  private Laboratory laboratory(WarmRig warm, String number) throws IOException {
    return laboratory(warm, number, () -> new StackFile(5, 60).in(StackSettings.incident(10, 1)));
  }

  private Laboratory laboratory(WarmRig warm, String number, Supplier<StackSettings> settings)
      throws IOException {
    var stage =
        Course.load(Path.of("..", "exercises"), Learner.anybody()).stage(number).orElseThrow();
    return new Laboratory(
        new Laboratory.Parts(
            Submission.ofLearner(root, stage),
            root.resolve(".lab"),
            new ServerJar(Files.writeString(root.resolve("server.jar"), "")),
            settings,
            settings),
        warm,
        new RunFolder("r-0001", root.resolve("run")),
        VerifyListener.NONE);
  }
}
