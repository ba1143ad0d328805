package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Progress from one checkout to another: state export and import. */
class StateCommandsTest extends OnSmallCourse {
  private Path export(String name) {
    var zip = folder.resolve(name);
    assertThat(bench.lab("state", "export", zip.toString()).exit()).isZero();
    return zip;
  }

  @Test
  void progressGoesToAnotherCheckoutAndWhatWasThereIsSetAside() throws IOException {
    bench.lab("next");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 2\n");
    var zip = folder.resolve("progress.zip");
    assertThat(bench.lab("state", "export", zip.toString()).exit()).isZero();
    assertThat(bench.lab("state", "export", zip.toString()).err()).contains("is there already");

    bench = CourseBench.in(folder.resolve("other"));
    bench.lab("init", "--learner", "bob");
    var asked = bench.lab("state", "import", zip.toString(), "--no-input");
    assertThat(asked.exit()).isEqualTo(2);
    assertThat(asked.err()).contains("Say it: lab state import ... --yes");
    assertThat(bench.lab("state", "import", zip.toString(), "--yes").out())
        .contains("Taken in: 2 events", "before-import-1");
    assertThat(bench.course().read("exercises/01-first/answers.yaml")).isEqualTo("workers: 2\n");
    assertThat(bench.course().journal().progress().stage()).contains("01");
    assertThat(bench.course().state().resolve("before-import-1/journal.ndjson"))
        .content()
        .contains("bob");
    bench.lab("undo");
    assertThat(bench.course().read("exercises/01-first/answers.yaml")).isEqualTo("workers:\n");
    assertThat(bench.lab("undo").out())
        .as("acts of the other machine have their snapshots there")
        .contains("Nothing to undo");
  }

  @Test
  void answersAboutFindingsGoAlongAndNobodyElsesStay() throws IOException {
    bench.lab("next");
    bench.course().write(".lab/findings.ndjson", "{\"kind\":\"answer\",\"text\":\"ada\"}\n");
    var zip = export("ada.zip");

    bench = CourseBench.in(folder.resolve("other"));
    bench.lab("next");
    bench.course().write(".lab/findings.ndjson", "{\"kind\":\"answer\",\"text\":\"bob\"}\n");
    bench.lab("state", "import", zip.toString(), "--yes");
    assertThat(bench.course().read(".lab/findings.ndjson")).contains("ada").doesNotContain("bob");
    assertThat(bench.course().read(".lab/before-import-1/findings.ndjson")).contains("bob");
  }

  @Test
  void anArchiveOfAnEarlierLabHasNoAnswersAndLeavesNoneOfSomebodyElse() throws IOException {
    bench.lab("next");
    var zip = export("earlier.zip");
    try (var entries = new ZipFile(zip.toFile())) {
      assertThat(entries.getEntry("findings.ndjson")).isNull();
    }
    bench = CourseBench.in(folder.resolve("other"));
    bench.course().write(".lab/findings.ndjson", "{\"kind\":\"answer\",\"text\":\"bob\"}\n");
    assertThat(bench.lab("state", "import", zip.toString(), "--yes").exit()).isZero();
    assertThat(bench.course().read(".lab/findings.ndjson")).isEmpty();
  }

  @Test
  void afterAnImportTheLatestRunIsKnown() throws IOException {
    bench.lab("next");
    var runs = bench.course().state().resolve("runs");
    new RunFixture("r-0002", 44, 31).write(runs);
    new RunFixture("r-0010", 600, 0).write(runs);
    var zip = export("runs.zip");

    bench = CourseBench.in(folder.resolve("other"));
    assertThat(bench.lab("state", "import", zip.toString(), "--yes").out())
        .contains("2 results of runs");
    var shown = bench.lab("show");
    assertThat(shown.exit()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("r-0010");
  }

  @Test
  void afterAnImportOnAFreshCloneTheBeginningsAreKnown() throws IOException {
    bench.lab("next");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 9\n");
    var zip = export("mine.zip");

    bench = CourseBench.in(folder.resolve("other"));
    bench.lab("state", "import", zip.toString());
    assertThat(bench.course().read("exercises/01-first/answers.yaml")).isEqualTo("workers: 9\n");
    bench.lab("next");
    assertThat(bench.lab("reset", "01", "--yes").out()).contains("Reset:");
    assertThat(bench.course().read("exercises/01-first/answers.yaml")).isEqualTo("workers:\n");
  }

  @Test
  void anImportThatCannotBeDoneChangesNothing() throws IOException {
    bench.pass("01", "guessed", "counted");
    bench.lab("next", "02");
    bench.course().write("stack.yaml", "sync-workers: 8\n");
    var zip = export("mine.zip");

    bench = CourseBench.in(folder.resolve("other"));
    bench.lab("init", "--learner", "bob");
    bench.course().write(".lab/findings.ndjson", "bob\n");
    new RunFixture("r-0001", 44, 31).write(bench.course().state().resolve("runs"));
    bench.course().write("stack.yaml/a-folder-in-its-place", "");
    var journal = bench.course().read(".lab/journal.ndjson");
    var failed = bench.lab("state", "import", zip.toString(), "--yes");
    assertThat(failed.exit()).isEqualTo(4);
    assertThat(failed.err()).contains("Not saved", "stack.yaml");

    assertThat(bench.course().read(".lab/journal.ndjson")).isEqualTo(journal);
    assertThat(bench.course().read(".lab/findings.ndjson")).isEqualTo("bob\n");
    assertThat(bench.lab("show", "1").out()).contains("r-0001");
    assertThat(bench.course().state().resolve("before-import-1")).doesNotExist();
    assertThat(bench.course().state().resolve("importing")).doesNotExist();
  }

  /** Whatever it is: also one that would add to the runs of a progress that is about to go. */
  @ParameterizedTest
  @ValueSource(strings = {"next", "run check-feed --rate 100000000", "findings answer MODEL"})
  void anImportThatWasStoppedIsToldByTheNextCommand(String command) throws IOException {
    bench.lab("next");
    bench.course().write(".lab/importing/new/journal.ndjson", "{}\n");
    bench.course().write(".lab/importing/new/findings.ndjson", "");
    bench.course().write(".lab/runs/r-0002/run.json", "{}");
    bench.course().write(".lab/importing/before/runs/r-0001/run.json", "{}");
    assertThat(bench.lab(command.split(" ")).err())
        .contains("stopped half-way", "lab state import FILE");
    assertThat(bench.course().state().resolve("runs/r-0001/run.json")).exists();
    assertThat(bench.course().state().resolve("runs/r-0002")).doesNotExist();
    assertThat(bench.lab("next").err()).doesNotContain("stopped");
  }

  @Test
  void anArchiveThatReachesOutOfTheCheckoutIsRefusedBeforeAnythingChanges() throws IOException {
    var zip = folder.resolve("evil.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("journal.ndjson"));
      out.write('\n');
      out.putNextEntry(new ZipEntry("files/../../evil"));
      out.write('x');
    }
    var done = bench.lab("state", "import", zip.toString(), "--yes");
    assertThat(done.exit()).isEqualTo(4);
    assertThat(done.err()).contains("which is no part of a progress");
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(bench.course().state()).doesNotExist();
  }
}
