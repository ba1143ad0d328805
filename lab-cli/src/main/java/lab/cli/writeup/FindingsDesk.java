package lab.cli.writeup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import lab.cli.Main;
import lab.cli.Workspace;
import lab.cli.findings.RecordedRuns;
import lab.course.journal.Journal;
import lab.course.variation.Incident;
import lab.findings.figures.RecordedRun;
import lab.findings.record.FindingsRecord;
import lab.findings.rubric.Rubric;
import lab.findings.rubric.RubricReader;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.verify.LabGraders;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the commands on a write-up need of a checkout.
 *
 * @param workspace the checkout
 * @param journal what happened so far
 */
record FindingsDesk(Workspace workspace, Journal journal) {
  private static final int MOST_BYTES = 1 << 20;

  static FindingsDesk open(CommandSpec spec) {
    var workspace = Main.workspace(spec);
    return new FindingsDesk(workspace, workspace.journal(Main.console(spec)::note));
  }

  /** The rubric, for the scenario of this learner. */
  Rubric rubric() {
    var incident = journal.progress().learner().variation(Incident.NIGHT);
    return new RubricReader(LabGraders.scenario(incident))
        .read(workspace.root().resolve("exercises"));
  }

  List<RecordedRun> runs() {
    return RecordedRuns.in(workspace.runs());
  }

  /** The runs, and for each verification something that tells what it is. */
  List<RecordedRun> evidence() {
    return RecordedRuns.withVerifications(workspace.runs());
  }

  FindingsRecord record() {
    return new FindingsRecord(workspace.state().resolve("findings.ndjson"));
  }

  /** The name by which the record knows a write-up: its place in the checkout, if it is there. */
  String name(Path file) {
    var whole = file.toAbsolutePath().normalize();
    var root = workspace.root().toAbsolutePath().normalize();
    return (whole.startsWith(root) ? root.relativize(whole) : whole).toString().replace('\\', '/');
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

  /**
   * Replaces the write-up in one step, so that a full disk leaves the old one; who may read it, and
   * a link to it, stay.
   */
  static void write(Path file, String text) throws IOException {
    var whole = file.toRealPath();
    var fresh = Files.createTempFile(whole.getParent(), ".findings", ".md");
    try {
      Files.writeString(fresh, text);
      if (Files.getFileStore(whole).supportsFileAttributeView(PosixFileAttributeView.class)) {
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(whole));
      }
      Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static ProblemException problem(String what, Path file, String next) {
    return new ProblemException(new Problem(what, file.toString(), next));
  }
}
