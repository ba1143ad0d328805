package lab.load.plan;

/** How the arrivals of a requests lane are spaced. */
public enum Arrivals {
  /** Equal gaps of 1/λ. */
  CONSTANT,
  /** Independent, exponentially distributed gaps of mean 1/λ, drawn from the plan's seed. */
  POISSON,
  /**
   * One at a random moment of each gap of 1/λ, drawn from the plan's seed: as many as with equal
   * gaps, and never in step with another lane. A probe in step with what it probes meets it always
   * or never, and says nothing of the time between.
   *
   * <p>Source: R. W. Wolff, Poisson Arrivals See Time Averages, Operations Research 30(2), 1982,
   * for what random arrivals see; one in each stratum sees the same with less scatter.
   */
  SCATTERED
}
