package lab.course.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lab.check.Verdict;
import lab.check.spec.AskedRun;
import lab.course.variation.Learner;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path state;

  private Journal open() {
    return Journal.open(state, Clock.systemUTC());
  }

  private Path file() {
    return state.resolve("journal.ndjson");
  }

  @Test
  void whatWasAppendedIsThereAfterwardsInItsOrder() {
    var journal = open();
    var events =
        List.<Event>of(
            new Event.Named("ada", "autumn"),
            new Event.Begun("02"),
            new Event.Moved("02"),
            new Event.Predicted("02", "capacity", "0.8"),
            new Event.Ran("r-0001", "check-feed", "as-is", Optional.of(false), true),
            new Event.Verified(
                "02",
                Optional.of("r-0002"),
                List.of(new Event.Result("a", Verdict.FAIL, List.of("queue-grows"))),
                false,
                false),
            new Event.Checked(
                "02", List.of(new Event.Result("a", Verdict.PASS, List.of("queue-grows")))),
            new Event.Hinted("02", "run-it", 1),
            new Event.Went("03", List.of("02")),
            new Event.Kept("s-0001", List.of("nginx/nginx.conf"), "reset 08"),
            new Event.Undoing("s-0002", List.of("nginx/nginx.conf"), "s-0001"),
            new Event.Undone("s-0001"),
            new Event.Disputed("04", "causes-written", "I did write this: \"ü\n\""),
            new Event.Imported(12));
    events.forEach(journal::append);

    assertThat(open().entries()).extracting(Entry::event).isEqualTo(events);
    assertThat(open().entries()).extracting(Entry::number).startsWith(1L, 2L, 3L).hasSize(14);
    assertThat(open().notices()).isEmpty();
  }

  @Test
  void aTornLastLineIsSetAsideAndNothingBeforeItIsLost() throws IOException {
    open().append(new Event.Begun("01"));
    Files.writeString(file(), "{\"n\":2,\"at\":\"2026-", StandardOpenOption.APPEND);

    var journal = open();
    assertThat(journal.entries()).hasSize(1);
    assertThat(journal.notices())
        .singleElement()
        .asString()
        .contains("cut off", "everything before it is there");
    journal.append(new Event.Begun("02"));

    assertThat(open().entries())
        .extracting(Entry::event)
        .containsExactly(new Event.Begun("01"), new Event.Begun("02"));
    assertThat(open().notices()).isEmpty();
    assertThat(Files.readString(state.resolve("journal.torn"))).startsWith("{\"n\":2,");
  }

  @Test
  void aLineThatIsDamagedIsNamedAndPassedOver() throws IOException {
    open().append(new Event.Begun("01"));
    open().append(new Event.Begun("02"));
    var lines = Files.readAllLines(file());
    Files.writeString(file(), "\0\0\0garbage\n" + lines.get(1) + "\n");

    var journal = open();
    assertThat(journal.entries()).extracting(Entry::event).containsExactly(new Event.Begun("02"));
    assertThat(journal.notices())
        .anySatisfy(notice -> assertThat(notice).contains("Line 1", "cannot be read"))
        .anySatisfy(
            notice -> assertThat(notice).contains("Line 2", "has number 2 where 1 was due"));
  }

  @Test
  void aRunOfALabThatDidNotSayWhichHandlerMayBeOneOfEither() throws IOException {
    Files.writeString(
        file(),
        "{\"n\":1,\"at\":\"2026-11-25T20:00:00Z\",\"event\":\"ran\",\"run\":\"r-0001\","
            + "\"scenario\":\"check-feed\",\"upstream\":\"async\",\"complete\":true}\n");

    var journal = open();
    assertThat(journal.notices()).isEmpty();
    assertThat(journal.progress().runs())
        .singleElement()
        .extracting("upstream", "blockingFeed")
        .containsExactly("async", Optional.empty());
    var blocking = new AskedRun("check-feed", "async", true);
    assertThat(journal.progress().runs().getFirst().mayBe(blocking)).isTrue();
  }

  @Test
  void anEventOfANewerLabIsKeptAndLeftAlone() throws IOException {
    open().append(new Event.Begun("01"));
    Files.writeString(
        file(),
        "{\"n\":2,\"at\":\"2026-11-25T20:00:00Z\",\"event\":\"teleported\",\"to\":\"moon\"}\n",
        StandardOpenOption.APPEND);

    var journal = open();
    journal.append(new Event.Begun("02"));
    assertThat(journal.notices()).isEmpty();
    assertThat(Files.readString(file())).contains("moon");
    assertThat(open().entries().getLast().number()).isEqualTo(3);
  }

  @Test
  void twoLabsAtOnceLoseNothingAndGiveNoNumberTwice() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks =
          java.util.stream.IntStream.range(0, 4)
              .<Callable<Integer>>mapToObj(who ->
                  () -> {
                    var journal = open();
                    for (int i = 0; i < 25; i++) {
                      journal.append(new Event.Begun(who + "/" + i));
                    }
                    return who;
                  })
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
    var journal = open();
    assertThat(journal.notices()).isEmpty();
    assertThat(journal.entries()).extracting(Entry::event).doesNotHaveDuplicates().hasSize(100);
  }

  @Test
  void aLockThatAnotherHoldsIsNamedWithItsPid() {
    try (var _ = FolderLock.take(state, Duration.ZERO)) {
      assertThatThrownBy(() -> FolderLock.take(state, Duration.ofMillis(50)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.problems().getFirst().what())
                      .contains("Another lab", Long.toString(ProcessHandle.current().pid())));
    }
    FolderLock.take(state, Duration.ZERO).close();
  }

  @Test
  void aLockWhosePidCannotBeWrittenIsGivenBack() throws IOException {
    var full = Path.of("/dev/full");
    assumeThat(full).exists();
    Files.createSymbolicLink(Files.createDirectories(state).resolve("lock"), full);
    for (int at = 1; at <= 2; at++) {
      assertThatThrownBy(() -> FolderLock.take(state, Duration.ZERO))
          .as("try " + at)
          .hasMessageContaining("The disk is full");
    }
  }

  @Test
  void theCacheIsMadeAgainAndNeverNeeded() throws IOException {
    open().append(new Event.Moved("03"));
    assertThat(Files.readString(state.resolve("state.json"))).contains("\"stage\":\"03\"");
    Files.writeString(state.resolve("state.json"), "broken");

    assertThat(open().progress().stage()).contains("03");
    open().append(new Event.Moved("04"));
    assertThat(Files.readString(state.resolve("state.json"))).contains("\"stage\":\"04\"");
  }

  @Test
  void progressFollowsFromTheJournal() {
    var journal = open();
    journal.append(new Event.Named("ada", ""));
    journal.append(new Event.Begun("02"));
    journal.append(new Event.Predicted("02", "capacity", "3"));
    journal.append(new Event.Predicted("02", "capacity", "0.8"));
    journal.append(new Event.Ran("r-0001", "check-feed", "sync", Optional.of(true), true));
    journal.append(verified(Verdict.PASS, true));
    journal.append(verified(Verdict.FAIL, false));
    journal.append(new Event.Kept("s-0001", List.of("a"), "reset 02"));
    journal.append(new Event.Kept("s-0002", List.of("a"), "reset 02"));
    journal.append(new Event.Undone("s-0002"));

    var progress = journal.progress();
    assertThat(progress.learner()).isEqualTo(new Learner(Optional.of("ada"), ""));
    var stage = progress.of("02");
    assertThat(stage.predictions().get("capacity")).extracting("value").isEqualTo("3");
    assertThat(stage.passed().orElseThrow().passed())
        .as("a later failure takes nothing back")
        .isTrue();
    assertThat(stage.results().getFirst().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(stage.attempts()).isEqualTo(2);
    assertThat(progress.runs())
        .singleElement()
        .extracting("upstream", "blockingFeed")
        .containsExactly("sync", Optional.of(true));
    assertThat(progress.lastAct().orElseThrow().snapshot()).isEqualTo("s-0001");
  }

  private static Event verified(Verdict verdict, boolean passed) {
    return new Event.Verified(
        "02",
        Optional.empty(),
        List.of(new Event.Result("capacity-predicted", verdict, List.of())),
        passed,
        false);
  }
}
