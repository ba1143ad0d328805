package lab.verify;

import java.util.List;
import java.util.regex.Pattern;
import lab.check.CheckResult;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckSpec;
import lab.check.spec.LoadSpec;
import lab.course.stage.Stage;

/** How a learner sees a result again: each command works as it stands. */
final class Again {
  /** Commands about the stage where the learner is, who may be at another one. */
  private static final Pattern OF_THE_STAGE = Pattern.compile("lab (?:verify|hint)(?= --|$)");

  private Again() {}

  /** The same result, with commands that name the stage: judges know none. */
  static CheckResult in(Stage stage, CheckResult result) {
    return result.withReason(
        result.reason().map(reason -> reason.withAgain(in(stage, reason.again()))));
  }

  private static List<String> in(Stage stage, List<String> commands) {
    return commands.stream()
        .map(command ->
            OF_THE_STAGE.matcher(command).lookingAt()
                ? OF_THE_STAGE.matcher(command).replaceFirst("$0 " + stage.number())
                : command)
        .toList();
  }

  /**
   * A run shows more than a verdict, and takes no control; but it tells the feed nothing and knows
   * no lanes of a stage's own, so that such a load is played again by its check.
   */
  static List<String> of(Stage stage, CheckSpec check, LoadSpec load) {
    return List.of(
        load.scenario()
            .filter(_ -> load.faults().isEmpty())
            .map(scenario -> new AskedRun(scenario, AskedRun.AS_IS, false).command())
            .orElse("lab verify " + stage.number() + " --check " + check.id()));
  }
}
