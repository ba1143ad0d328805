package lab.load.sample;

/** When other programs leave too little of a machine to measure on. */
public final class Crowded {
  /**
   * Beside strangers who took 45 % of a machine with nothing left idle, verdicts came out right
   * every time; sizes that the learner chose (eight workers on two cores) crowd it too, and are no
   * stranger's fault.
   */
  private static final double MOST_OTHERS = 0.75;

  /** Neighbours who take half of the processors, or would, can make a right answer late. */
  private static final double MANY_OTHERS = 0.5;

  private Crowded() {}

  /**
   * Whether a bound that is narrowly missed may be the neighbours' fault.
   *
   * @param othersShare as below; or what others wanted of the processors, which may be more than 1
   */
  public static boolean somewhatBy(double othersShare) {
    return othersShare > MANY_OTHERS;
  }

  /**
   * Whether nothing can be said of the servers.
   *
   * @param othersShare of all processors' time that programs took which are none of the lab's; 0 to
   *     1
   */
  public static boolean by(double othersShare) {
    return othersShare > MOST_OTHERS;
  }
}
