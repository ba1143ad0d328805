package lab.cli.watch;

import lab.check.CheckResult;
import lab.verify.Verified;

/** What a pass says to the screen while it goes on, in order. */
sealed interface Told {
  /**
   * How far it has come.
   *
   * @param line to be painted again and again
   * @param words the same for whole lines
   */
  record Progress(String line, String words) implements Told {}

  /** A check has its verdict. */
  record Judged(CheckResult result) implements Told {}

  /** All has been judged. */
  record Done(Verified verified) implements Told {}

  /** It could not be judged. */
  record Failed(Throwable failure) implements Told {}
}
