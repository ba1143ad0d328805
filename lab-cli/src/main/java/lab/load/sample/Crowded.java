package lab.load.sample;

/** When other programs leave too little of a machine to measure on. */
public final class Crowded {
  /**
   * Beside strangers who took 45 % of a machine with nothing left idle, verdicts came out right
   * every time; sizes that the learner chose (eight workers on two cores) crowd it too, and are no
   * stranger's fault.
   */
  private static final double MOST_OTHERS = 0.75;

  private Crowded() {}

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
