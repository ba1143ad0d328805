package lab.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.check.evidence.PredictionOnRecord;
import lab.cli.course.Desk;
import lab.cli.findings.RecordedRuns;
import lab.course.files.StackFile;
import lab.course.stage.Stage;
import lab.findings.judge.Additions;
import lab.findings.record.FindingsRecord;
import lab.stack.StackSettings;
import lab.verify.LabGraders;
import lab.verify.Ledger;
import lab.verify.Repeat;
import lab.verify.RunRecords;
import lab.verify.Submission;
import lab.verify.Verification;

/** What a verification is made from, gathered from the learner's desk. */
public final class VerifySettings {
  private final Desk desk;
  private final Stage stage;
  private final Submission submission;

  /**
   * Gathers for a submission of a stage.
   *
   * @param desk where journal, course and checkout are
   */
  public VerifySettings(Desk desk, Submission submission) {
    this.desk = desk;
    this.stage = submission.stage();
    this.submission = submission;
  }

  /**
   * For the learner.
   *
   * @param speed the replay factor
   * @param only a check to judge with what it needs; empty for all
   * @param fast whether nothing may be started
   * @throws IOException when the runs on record cannot be read
   */
  public Verification.Wanted wanted(int speed, Optional<String> only, boolean fast)
      throws IOException {
    return wanted(speed, Repeat.ALWAYS, only, fast, ledger(), Optional.empty());
  }

  /** For authors, who bring a ledger of their own. */
  public Verification.Wanted wanted(
      int speed,
      Repeat repeat,
      Optional<String> only,
      boolean fast,
      Ledger ledger,
      Optional<String> until) {
    var workspace = desk.workspace();
    var graders =
        new LabGraders(
            stage,
            workspace.root().resolve("exercises"),
            workspace.state(),
            RecordedRuns.withVerifications(workspace.runs()),
            additions());
    return new Verification.Wanted(
        submission,
        workspace.state(),
        workspace.serverJar(),
        () -> settings(speed),
        () ->
            new VerifySettings(desk, Submission.solution(workspace.root(), stage)).settings(speed),
        ledger,
        graders,
        repeat,
        only,
        fast,
        until);
  }

  /**
   * The programs as the learner's incident and {@code stack.yaml} want them.
   *
   * @throws lab.problem.FaultyFileException when that file has faults
   */
  public StackSettings settings(int speed) {
    var incident = stage.variation();
    var usual = StackSettings.incident(speed, incident.seed());
    var night =
        new StackSettings(
            speed,
            incident.seed(),
            incident.workers(),
            incident.threads(),
            usual.backlog(),
            usual.timeoutSeconds(),
            incident.minSeconds(),
            incident.maxSeconds(),
            false);
    return size().in(night);
  }

  /** What {@code stack.yaml} says. */
  StackFile size() {
    return StackFile.read(
        submission.file(StackFile.NAME), StackFile.NAME, stage.variation(), stage.numbers());
  }

  /** Answers and disputes of the learner. */
  private Additions additions() {
    var record = new FindingsRecord(desk.workspace().state().resolve("findings.ndjson"));
    var file = submission.file("findings.md");
    try {
      var text = Files.exists(file) ? Files.readString(file) : "";
      return new Additions(record.answers(), record.disputes(text));
    } catch (IOException unreadable) {
      return Additions.NONE;
    }
  }

  private Ledger ledger() throws IOException {
    Map<String, PredictionOnRecord> predictions =
        desk.journal().progress().of(stage.number()).predictions().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    made -> new PredictionOnRecord(made.getValue().value(), made.getValue().at())));
    return new Ledger(
        predictions,
        RunRecords.all(desk.workspace().runs()).stream().map(RunRecords::onRecord).toList());
  }
}
