package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.course.Course;
import lab.course.files.StackFile;
import lab.course.variation.Learner;
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

  private Laboratory laboratory(WarmRig warm, String number) throws IOException {
    var stage =
        Course.load(Path.of("..", "exercises"), Learner.anybody()).stage(number).orElseThrow();
    var settings = new StackFile(5, 60).in(StackSettings.incident(10, 1));
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
