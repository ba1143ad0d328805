package lab.cli.progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.course.Page;
import lab.course.files.LineDiff;
import lab.course.files.Starters;
import lab.course.journal.DiskProblem;
import lab.course.stage.OwnedFile;
import lab.course.stage.Stage;
import lab.screen.Wrap;

/**
 * {@code lab diff mine reference}: the learner's files beside the reference solution, once it can
 * spoil nothing any more.
 *
 * @param desk where the course is
 * @param stage whose files
 */
public record ReferenceDiff(Desk desk, Stage stage) {
  /**
   * A file of the learner's and the same of the reference.
   *
   * @param file from the checkout's root
   * @param lines what differs, in the unified format; empty when nothing does
   */
  record Compared(String file, List<String> lines) {
    Compared {
      lines = List.copyOf(lines);
    }
  }

  /** Shows it, or says what must come first. */
  public ExitCode show() {
    if (!desk.standing().mayCompare(stage)) {
      return locked();
    }
    var compared = stage.owns().stream().flatMap(owned -> compared(owned).stream()).toList();
    if (desk.console().json()) {
      desk.console()
          .printJson(Map.of("schema", "lab/reference/1", "stage", stage.id(), "files", compared));
    } else {
      print(compared);
    }
    return ExitCode.DONE;
  }

  private void print(List<Compared> compared) {
    var page = new Page(desk.console());
    var ink = desk.console().ink();
    page.blank();
    page.line(
        ink.strong("STAGE " + stage.number() + "  " + stage.title()) + "   - yours   + reference");
    if (compared.isEmpty()) {
      page.text("This stage has no file to compare.");
    }
    for (var one : compared) {
      page.blank();
      if (one.lines().isEmpty()) {
        page.line(one.file() + ": the same");
        continue;
      }
      page.line(ink.strong(one.file()));
      one.lines().forEach(line -> desk.console().print(painted(line)));
    }
    page.blank();
    page.text(
        "The reference is one answer of many: yours has passed if lab verify says so. It lies in solutions/"
            + stage.id()
            + ".");
    page.blank();
  }

  private String painted(String line) {
    var ink = desk.console().ink();
    return switch (line.charAt(0)) {
      case '-' -> ink.bad(line);
      case '+' -> ink.good(line);
      case '@' -> ink.faint(line);
      default -> line;
    };
  }

  private Optional<Compared> compared(OwnedFile owned) {
    var root = desk.workspace().root();
    return new Starters(root, desk.workspace().state())
        .solution(stage, owned)
        .map(reference ->
            new Compared(
                owned.path(),
                LineDiff.unified(mine(owned), new String(reference, StandardCharsets.UTF_8))));
  }

  /** What the learner has; nothing where the file is not there. */
  private String mine(OwnedFile owned) {
    var file = owned.in(desk.workspace().root());
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    }
  }

  private ExitCode locked() {
    var console = desk.console();
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/error/1", "locked", stage.id()));
      return ExitCode.LOCKED;
    }
    var lines = new ArrayList<String>();
    lines.addAll(
        Wrap.lines(
            "%s  %s %s: its reference is shown once it is passed."
                .formatted(console.ink().warn("locked"), stage.number(), stage.title()),
            new Page(console).columns()));
    lines.add("        lab verify " + stage.number());
    lines.add("        or, assisted:  lab goto " + stage.number() + " --reference --this");
    lines.forEach(console.err()::println);
    console.err().flush();
    return ExitCode.LOCKED;
  }
}
