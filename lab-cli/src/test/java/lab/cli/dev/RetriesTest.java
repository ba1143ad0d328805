package lab.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lab.cli.dev.Retries.Pace;
import lab.cli.dev.Retries.Tried;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final List<String> said = new ArrayList<>();
  private final List<Integer> speeds = new ArrayList<>();
  private final Retries retries = new Retries(4, said::add);

  @Test
  void whatCanBeToldIsTriedOnce() throws Exception {
    assertThat(run(new Pace(10), 10, false)).isEqualTo("at 10");
    assertThat(speeds).containsExactly(10);
    assertThat(said).isEmpty();
  }

  @Test
  void eachFurtherTryIsHalfAsFast() throws Exception {
    assertThat(run(new Pace(10), 2, false)).isEqualTo("at 2");
    assertThat(speeds).containsExactly(10, 5, 2);
    assertThat(said)
        .containsExactly(
            "the machine was too busy to tell: try 2 of 4, at speed 5",
            "the machine was too busy to tell: try 3 of 4, at speed 2");
  }

  @Test
  void theLastTryCountsWhateverCameOfIt() throws Exception {
    assertThat(run(new Pace(2), 0, false)).isEqualTo("at 1");
    assertThat(speeds).as("no replay is slower than real time").containsExactly(2, 1, 1, 1);
  }

  /** What others want of a machine, they want at every speed; but they may be gone soon. */
  @Test
  void aCrowdIsTriedOnceMoreAtTheSameSpeed() throws Exception {
    var crowds = List.of(true, false).iterator();
    var told =
        retries.run(
            new Pace(10),
            speed -> {
              speeds.add(speed);
              boolean crowded = crowds.next();
              return new Tried<>("crowded: " + crowded, !crowded, crowded);
            });
    assertThat(told).isEqualTo("crowded: false");
    assertThat(speeds).containsExactly(10, 10);
    assertThat(said).containsExactly("other programs wanted the machine: try 2 of 4");
  }

  @Test
  void aCrowdThatStaysIsNotWaitedForAgain() throws Exception {
    assertThat(run(new Pace(10), 2, true)).isEqualTo("at 10");
    assertThat(speeds).containsExactly(10, 10);
    speeds.clear();
    run(new Pace(10), 2, true);
    assertThat(speeds).containsExactly(10);
  }

  @Test
  void aCrowdThatComesBackIsANewOne() throws Exception {
    run(new Pace(10), 2, true);
    run(new Pace(10), 10, false);
    speeds.clear();
    run(new Pace(10), 2, true);
    assertThat(speeds).containsExactly(10, 10);
  }

  @Test
  void whoMayTryOnceTriesOnceInACrowdToo() throws Exception {
    var once = new Retries(1, said::add);
    once.run(
        new Pace(10),
        speed -> {
          speeds.add(speed);
          return new Tried<>("", false, true);
        });
    assertThat(speeds).containsExactly(10);
    assertThat(said).isEmpty();
  }

  @Test
  void theNextAttemptBeginsAtTheSpeedThatSomethingCameOf() throws Exception {
    var pace = new Pace(10);
    run(pace, 5, false);
    speeds.clear();
    run(pace, 5, false);
    assertThat(speeds).containsExactly(5);
  }

  @Test
  void aSpeedThatNothingCameOfIsNotKept() throws Exception {
    var pace = new Pace(8);
    run(pace, 0, false);
    speeds.clear();
    run(pace, 8, false);
    assertThat(speeds).containsExactly(8);
  }

  /** Something that a machine can tell up to a speed. */
  private String run(Pace pace, int upTo, boolean crowded) throws Exception {
    return retries.run(
        pace,
        speed -> {
          speeds.add(speed);
          return new Tried<>("at " + speed, speed <= upTo, crowded);
        });
  }
}
