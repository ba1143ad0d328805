package lab.findings.grade;

import java.util.List;
import lab.findings.figures.FigureState;
import lab.findings.figures.FigureState.Verdict;

/** The level of the criterion that recorded runs decide: figures from before and after. */
final class EvidenceCriterion {
  private EvidenceCriterion() {}

  /** 2 when both sides agree and nothing contradicts; 1 for one side; 0 when most is wrong. */
  static int level(List<FigureState> states) {
    long before = agreeing(states, "before");
    long after = agreeing(states, "after");
    long against =
        states.stream()
            .filter(s -> s.verdict() == Verdict.CONTRADICTS || s.verdict() == Verdict.EXCHANGED)
            .count();
    if (before + after == 0 || (against > 0 && against >= before + after)) {
      return 0;
    }
    return before > 0 && after > 0 && against == 0 ? 2 : 1;
  }

  private static long agreeing(List<FigureState> states, String phase) {
    return states.stream()
        .filter(FigureState::agrees)
        .filter(s -> s.phase().map(phase::equals).orElse(false))
        .count();
  }
}
