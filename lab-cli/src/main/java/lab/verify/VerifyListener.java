package lab.verify;

import lab.check.CheckResult;
import lab.run.RunProgress;

/** Told how a verification goes, for a screen; never by two threads at once. */
public interface VerifyListener {
  /** Hears nothing. */
  VerifyListener NONE = new VerifyListener() {};

  /** Something that takes longer than a moment begins. */
  default void says(String words) {}

  /**
   * An arm is being played.
   *
   * @param arm such as {@code control} or {@code undo /check_feed}
   */
  default void plays(String arm, RunProgress progress) {}

  /** A check has its verdict, which will not change. */
  default void judged(CheckResult result) {}
}
