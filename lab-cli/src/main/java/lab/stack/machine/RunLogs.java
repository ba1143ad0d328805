package lab.stack.machine;

/**
 * What of old runs may go when the disk is full. Logs and the traces of single requests are nearly
 * all of a run's folder, and nothing reads them again; its result, {@code run.json} or {@code
 * verify.json} beside them, is what checks and findings count, and stays.
 */
public final class RunLogs {
  /** Removes them; to be typed in the checkout's root. */
  public static final String REMOVE = "rm -rf .lab/runs/r-*/arms .lab/runs/r-*/stack";

  private RunLogs() {}
}
