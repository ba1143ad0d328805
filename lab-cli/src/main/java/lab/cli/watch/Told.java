package lab.cli.watch;

import lab.check.CheckResult;
import lab.verify.Verified;

/** What a pass says to the screen while it goes on, in order. */
sealed interface Told {
  /** How far it has come. */
  record Progress(String line) implements Told {}

  /** A check has its verdict. */
  record Judged(CheckResult result) implements Told {}

  /** All has been judged. */
  record Done(Verified verified) implements Told {}

  /** It could not be judged. */
  record Failed(Throwable failure) implements Told {}
}
