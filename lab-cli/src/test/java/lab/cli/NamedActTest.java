package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.cli.course.NamedAct;
import lab.course.journal.Event;
import lab.course.journal.Progress;
import org.junit.jupiter.api.Test;

/** Nothing is taken back that was not named just before. */
class NamedActTest extends OnSmallCourse {
  private final NamedAct named = new NamedAct();

  private Progress progress() {
    return bench.course().journal().progress();
  }

  private void kept(String snapshot, String why) {
    bench.course().journal().append(new Event.Kept(snapshot, List.of("a", "b"), why));
  }

  @Test
  void anActIsNamedOnce() {
    assertThat(named.name(progress())).as("there is none").isEmpty();
    kept("s-0001", "reset 02");
    assertThat(named.name(progress())).contains("z again takes back: reset 02 (a, b)");
    assertThat(named.name(progress())).as("now it may be taken back").isEmpty();
    assertThat(named.name(progress())).as("and then the next one is named again").isPresent();
  }

  @Test
  void whateverComesBetweenMakesItBeNamedAgain() {
    kept("s-0001", "reset 02");
    named.name(progress());
    named.forget();
    assertThat(named.name(progress())).isPresent();
    kept("s-0002", "goto 03");
    assertThat(named.name(progress()))
        .as("of another terminal")
        .get()
        .asString()
        .contains("goto 03");
  }
}
