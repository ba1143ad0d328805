package lab.load.plan;

/** How the arrivals of a requests lane are spaced. */
public enum Arrivals {
  /** Equal gaps of 1/λ. */
  CONSTANT,
  /** Independent, exponentially distributed gaps of mean 1/λ, drawn from the plan's seed. */
  POISSON
}
