package lab.course.variation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.SplittableRandom;
import lab.check.judge.CapacityPlanJudge;
import org.junit.jupiter.api.Test;

class LearnerTest {
  @Test
  void anybodyGetsTheNumbersOfTheOriginalIncident() {
    var variation = Learner.anybody().variation(Incident.NIGHT);

    assertThat(variation).isEqualTo(new Variation(1, 10, 0, 5, 2, 40, 80, 3));
    var numbers = Numbers.of(variation, Learner.anybody());
    assertThat(numbers.in("{rate} {min} {max} {mean} {workers} {threads} {streams} {hashes}"))
        .isEqualTo("10 0 5 2.5 2 40 80 3");
    assertThat(numbers.in("{offered} {sync-capacity} {pool-capacity} {growth} {plan}"))
        .isEqualTo("25 0.8 16 9.2 28");
  }

  @Test
  void everySeedKeepsTheConstraintsThatMakeWrongAnswersFail() {
    var seeds = new SplittableRandom(4);
    for (int i = 0; i < 20_000; i++) {
      var drawn = Learner.draw(seeds.nextLong());

      assertThat(drawn.streams()).isGreaterThanOrEqualTo((int) Math.ceil(1.5 * drawn.threads()));
      assertThat(drawn.offered()).isGreaterThanOrEqualTo(4.0 * drawn.workers());
      assertThat(drawn.offered()).isLessThanOrEqualTo(0.7 * drawn.threads() + 1e-9);
      // The stack must be able to run it, and the starter of the capacity plan must be too large.
      assertThat(drawn.threads()).isBetween(1, 200);
      assertThat(drawn.workers()).isBetween(1, 16);
      assertThat(drawn.plan() * 1.2).isLessThan(100);
      assertThat(drawn.offered()).isGreaterThan(12);
      // A plan that is smaller by more than the slack must fall behind, or stage 12 has no answer.
      assertThat(CapacityPlanJudge.smaller(drawn.plan(), 0.2).orElseThrow())
          .isLessThan((int) Math.ceil(drawn.offered()));
    }
  }

  @Test
  void aNameGivesTheSameNumbersEveryTimeAndAnotherNameOthers() {
    var seen = new HashSet<Variation>();
    for (int i = 0; i < 200; i++) {
      var learner = new Learner(Optional.of("learner-" + i), "");
      assertThat(new Learner(Optional.of("learner-" + i), "").variation(Incident.NIGHT))
          .isEqualTo(learner.variation(Incident.NIGHT));
      seen.add(learner.variation(Incident.NIGHT));
    }
    assertThat(seen).hasSize(200);
  }

  @Test
  void saltAndIncidentChangeTheNumbers() {
    var ada = new Learner(Optional.of("ada"), "");

    assertThat(new Learner(Optional.of("ada"), "autumn").variation(Incident.NIGHT))
        .isNotEqualTo(ada.variation(Incident.NIGHT));
    assertThat(ada.variation(Incident.CAPACITY)).isNotEqualTo(ada.variation(Incident.NIGHT));
  }

  @Test
  void aNameGivesTheNumbersThatItGaveWhenTheCourseWasPublished() {
    // An instructor derives them again years later: a change here is a change of the course.
    var ada = new Learner(Optional.of("ada"), "").variation(Incident.NIGHT);

    assertThat(ada.rate() + " " + ada.minSeconds() + " " + ada.maxSeconds() + " " + ada.threads())
        .isEqualTo("8 0 6 41");
  }
}
