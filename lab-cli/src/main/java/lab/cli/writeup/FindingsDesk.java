package lab.cli.writeup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import lab.cli.Workspace;
import lab.cli.findings.RecordedRuns;
import lab.course.journal.Journal;
import lab.course.variation.Incident;
import lab.findings.figures.RecordedRun;
import lab.findings.record.FindingsRecord;
import lab.findings.rubric.Criterion;
import lab.findings.rubric.Rubric;
import lab.findings.rubric.RubricReader;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.verify.LabGraders;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the commands on a write-up need of a checkout.
 *
 * @param workspace the checkout
 */
record FindingsDesk(Workspace workspace) {
  private static final int MOST_BYTES = 1 << 20;

  /** The rubric, for the scenario of this learner. */
  Rubric rubric() {
    var incident =
        Journal.open(workspace.state(), Clock.systemUTC())
            .progress()
            .learner()
            .variation(Incident.NIGHT);
    return new RubricReader(LabGraders.scenario(incident))
        .read(workspace.root().resolve("exercises"));
  }

  List<RecordedRun> runs() {
    return RecordedRuns.in(workspace.runs());
  }

  FindingsRecord record() {
    return new FindingsRecord(workspace.state().resolve("findings.ndjson"));
  }

  /** A criterion's id as the rubric writes it; a usage error where there is none of that name. */
  static String criterion(CommandSpec spec, Rubric rubric, String given) {
    return rubric.criteria().stream()
        .map(Criterion::id)
        .filter(id -> id.equalsIgnoreCase(given))
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "There is no criterion \"" + given + "\". They are A1 to A6, B1 to B7, C1 to C6."));
  }

  /**
   * The write-up.
   *
   * @throws ProblemException when it is not there, too large, or no text
   */
  static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw problem("This is too large for a write-up: more than 1 MB.", file, "Shorten it.");
      }
      var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw problem("This is not text in UTF-8.", file, "Save it as UTF-8 in your editor.");
    } catch (IOException e) {
      throw problem(
          "There is no write-up to read.", file, "Begin one: lab findings template > findings.md");
    }
  }

  /** Replaces the write-up in one step, so that a full disk leaves the old one. */
  static void write(Path file, String text) throws IOException {
    var whole = file.toAbsolutePath();
    var fresh = Files.createTempFile(whole.getParent(), ".findings", ".md");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static ProblemException problem(String what, Path file, String next) {
    return new ProblemException(new Problem(what, file.toString(), next));
  }
}
