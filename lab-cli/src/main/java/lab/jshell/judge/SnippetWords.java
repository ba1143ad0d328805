package lab.jshell.judge;

import java.util.Locale;
import java.util.Optional;
import lab.jshell.snippet.Claim;

/** Claims and numbers in words. */
final class SnippetWords {
  /** Relative; learners may round to six digits. */
  private static final double TOLERANCE = 1e-6;

  private SnippetWords() {}

  static String wanted(Claim claim) {
    return switch (claim) {
      case Claim.Loads() -> "JShell accepts the file";
      case Claim.Value(var call, var expect, var _, var _) -> call + " returns " + expect;
      case Claim.Answered(var _, var least) -> least + " requests answered with the feed's word";
      case Claim.Ended(var _) -> "every request is answered or refused";
      case Claim.AtOnce(var _, var least, var most) -> atOnce(least, most);
      case Claim.Polls(var _, var most) -> "at most " + polls(most) + " in all";
      case Claim.Turned(var _, var most) -> "at most " + polls(most) + " turned away";
      case Claim.Threads(var _, var most) -> "at most " + most + " more threads";
      case Claim.InOrder(var _) -> "polls in the order of the requests";
      case Claim.Prompt(var _, var least) -> least + " title pages answered while a poll was held";
      case Claim.Time(var _, var times) -> "at most " + times + " times the control's time";
    };
  }

  private static String atOnce(int least, int most) {
    if (least == most) {
      return polls(least) + " at once, no more and no less";
    }
    return least <= 1
        ? "at most " + polls(most) + " at once"
        : "%d to %s at once".formatted(least, polls(most));
  }

  static String polls(int count) {
    return count == 1 ? "1 poll" : count + " polls";
  }

  /** Whether a returned text is that number. */
  static boolean isNumber(Optional<String> got, double expected) {
    try {
      return got.map(Double::parseDouble)
          .filter(
              number -> Math.abs(number - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))
          .isPresent();
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
