package lab.findings.bench;

import java.util.List;

/**
 * How well two graders agree on levels 0, 1 and 2.
 *
 * @param decisions how many levels were compared
 * @param kappa quadratic weighted kappa, at most 1; 1 when both gave the same level throughout
 * @param exact share of equal levels, 0 to 1
 * @param offByTwo share of levels that lie two apart, 0 to 1
 * @param twosRight of the levels 2 given, the share that the person gave too, 0 to 1
 */
public record Agreement(
    int decisions, double kappa, double exact, double offByTwo, double twosRight) {
  private static final int LEVELS = 3;

  /**
   * Two levels for the same criterion of the same write-up.
   *
   * @param person given by a person
   * @param machine given by the grader
   */
  public record Pair(int person, int machine) {}

  /**
   * Compares levels.
   *
   * <p>Source: J. Cohen, Weighted kappa, Psychological Bulletin 70(4), 1968, with squared weights.
   */
  public static Agreement of(List<Pair> pairs) {
    var seen = new double[LEVELS][LEVELS];
    pairs.forEach(pair -> seen[pair.person()][pair.machine()]++);
    double n = Math.max(1, pairs.size());
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < LEVELS; i++) {
      for (int j = 0; j < LEVELS; j++) {
        double weight = (i - j) * (i - j);
        observed += weight * seen[i][j];
        expected += weight * row(seen, i) * column(seen, j) / n;
      }
    }
    double twos = column(seen, 2);
    return new Agreement(
        pairs.size(),
        expected == 0 ? 1 : 1 - observed / expected,
        (seen[0][0] + seen[1][1] + seen[2][2]) / n,
        (seen[0][2] + seen[2][0]) / n,
        twos == 0 ? 1 : seen[2][2] / twos);
  }

  private static double row(double[][] seen, int i) {
    return seen[i][0] + seen[i][1] + seen[i][2];
  }

  private static double column(double[][] seen, int j) {
    return seen[0][j] + seen[1][j] + seen[2][j];
  }
}
