package lab.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.cli.watch.Agenda.Work;
import lab.course.files.ContentHash;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private static final ContentHash OLD = holding("old", "one");
  private static final ContentHash NEW = holding("new", "one");
  private static final ContentHash NEWER = holding("newer", "one");

  private final Agenda agenda = new Agenda(OLD);

  private static ContentHash holding(String conf, String journal) {
    return new ContentHash(Map.of("nginx.conf", conf, "journal", journal));
  }

  private void firstPass() {
    assertThat(agenda.begin()).contains(Work.FAST);
    agenda.end(Set.of());
  }

  private List<String> save(ContentHash now) {
    agenda.look(now);
    return agenda.look(now);
  }

  @Test
  void beginsWithAFastPassAndThenRests() {
    firstPass();
    assertThat(agenda.look(OLD)).isEmpty();
    assertThat(agenda.begin()).isEmpty();
    assertThat(agenda.busy()).isFalse();
  }

  @Test
  void aSaveCountsOnceTwoLooksAgree() {
    firstPass();
    assertThat(agenda.look(NEW)).as("may be half written").isEmpty();
    assertThat(agenda.look(NEWER)).as("was half written").isEmpty();
    assertThat(agenda.look(NEWER)).containsExactly("nginx.conf");
    assertThat(agenda.begin()).contains(Work.FAST);
    assertThat(agenda.takeSaved()).containsExactly("nginx.conf");
    agenda.end(Set.of());
    assertThat(agenda.look(NEWER)).as("noticed once").isEmpty();
    assertThat(agenda.takeSaved()).isEmpty();
  }

  @Test
  void aFileThatIsWrittenAgainAsItWasIsNoSave() {
    firstPass();
    agenda.look(NEW);
    assertThat(save(OLD)).isEmpty();
    assertThat(agenda.begin()).isEmpty();
  }

  @Test
  void savesDuringAPassGetOneMoreFastPassAfterwards() {
    firstPass();
    assertThat(agenda.press(Key.VERIFY)).isTrue();
    assertThat(agenda.begin()).contains(Work.FULL);
    assertThat(save(NEW)).containsExactly("nginx.conf");
    assertThat(save(NEWER)).containsExactly("nginx.conf");
    assertThat(agenda.begin()).as("one at a time").isEmpty();
    agenda.end(Set.of(Key.NEXT));
    assertThat(agenda.busy()).isTrue();
    assertThat(agenda.begin()).contains(Work.FAST);
    agenda.end(Set.of(Key.NEXT));
    assertThat(agenda.begin()).as("one for both").isEmpty();
  }

  @Test
  void aSaveDoesNotTakeThePlaceOfAVerificationThatWasAskedFor() {
    firstPass();
    agenda.press(Key.VERIFY);
    save(NEW);
    assertThat(agenda.begin()).contains(Work.FULL);
  }

  @Test
  void whatTheLabItselfWritesIsNoSave() {
    firstPass();
    var hinted = holding("old", "two");
    agenda.wrote("journal", hinted);
    assertThat(save(hinted)).isEmpty();
    assertThat(save(holding("old", "three"))).as("from elsewhere").containsExactly("journal");
  }

  @Test
  void aSaveAtTheMomentTheLabWritesIsNotLost() {
    firstPass();
    var both = holding("new", "two");
    agenda.wrote("journal", both);
    assertThat(save(both)).containsExactly("nginx.conf");
  }

  @Test
  void keysDuringAPassAreNotTaken() {
    assertThat(agenda.keys()).as("the first pass waits").isEmpty();
    agenda.begin();
    assertThat(agenda.keys()).isEmpty();
    for (var key : Key.values()) {
      assertThat(agenda.press(key)).as(key.name()).isFalse();
    }
    agenda.end(Set.of());
    assertThat(agenda.begin()).as("nothing of it was kept").isEmpty();
  }

  @Test
  void nextIsAKeyOnlyWhileTheStagePasses() {
    firstPass();
    assertThat(agenda.keys()).containsExactly(Key.VERIFY, Key.AGAIN, Key.HINT, Key.LIST, Key.QUIT);
    assertThat(agenda.press(Key.NEXT)).isFalse();
    agenda.press(Key.VERIFY);
    agenda.begin();
    agenda.end(Set.of(Key.NEXT));
    assertThat(agenda.keys()).startsWith(Key.NEXT);
    assertThat(agenda.press(Key.NEXT)).isTrue();
    assertThat(agenda.busy()).as("it stays until then").isFalse();
    agenda.press(Key.AGAIN);
    agenda.begin();
    agenda.end(Set.of());
    assertThat(agenda.keys()).doesNotContain(Key.NEXT);
  }

  @Test
  void theKeysThatAreOfferedAreThoseThatMeanSomething() {
    agenda.begin();
    agenda.end(Set.of(Key.UNDO));
    assertThat(agenda.press(Key.DIFF)).as("there is nothing to compare").isFalse();
    assertThat(agenda.press(Key.UNDO)).isTrue();
    assertThat(agenda.busy()).as("it is named first").isFalse();
  }

  @Test
  void filesThatWereReplacedAreCheckedAtOnceAndAreNoSave() {
    firstPass();
    agenda.replaced(NEW);
    assertThat(save(NEW)).isEmpty();
    assertThat(agenda.begin()).contains(Work.FAST);
    assertThat(agenda.takeSaved()).isEmpty();
    agenda.end(Set.of());
    assertThat(agenda.begin()).isEmpty();
  }
}
