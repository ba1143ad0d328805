package lab.run;

/**
 * What programs that are none of the lab's did to the processors during a run.
 *
 * @param took share of the processors' time; 0 to 1
 * @param wanted threads that ran or waited, on average, over the number of processors; may be more
 *     than 1. What is taken is bounded by what the lab leaves; this is not
 */
record Others(double took, double wanted) {
  static final Others NONE = new Others(0, 0);
}
