package lab.cli.dev;

/**
 * How often something happened in a number of trials, and how often it could happen at most.
 *
 * @param count 0 to {@code of}
 * @param of at least 1
 */
record Rate(int count, int of) {
  private static final double MISS = 0.05;
  private static final int STEPS = 60;

  /**
   * The upper end of the one-sided 95 % confidence interval of the rate; 0 to 1.
   *
   * <p>Source: C. J. Clopper and E. S. Pearson, The Use of Confidence or Fiducial Limits
   * Illustrated in the Case of the Binomial, Biometrika 26(4), 1934: the largest rate at which so
   * few would still be seen in 5 % of all cases.
   */
  double bound() {
    if (count == of) {
      return 1;
    }
    double low = (double) count / of;
    double high = 1;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (atMost(middle) > MISS) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The chance to see at most {@code count} of them at a rate. */
  private double atMost(double rate) {
    double term = Math.pow(1 - rate, of);
    double sum = term;
    for (int at = 1; at <= count; at++) {
      term *= rate / (1 - rate) * (of - at + 1) / at;
      sum += term;
    }
    return sum;
  }
}
