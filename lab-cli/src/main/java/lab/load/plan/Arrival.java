package lab.load.plan;

/**
 * One client that the plan sends.
 *
 * @param lane the lane it belongs to
 * @param index its place in that lane, from 0
 * @param intendedNanos intended start, from the start of the plan
 */
public record Arrival(Lane lane, int index, long intendedNanos) {
  /** Unique in its plan: the lane's name and the place in it. */
  public String id() {
    return lane.name() + "-" + index;
  }
}
