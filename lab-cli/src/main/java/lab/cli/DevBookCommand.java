package lab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import lab.course.book.Book;
import lab.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab dev docs}: brings WORKBOOK.md into step with the stages. */
@Command(
    name = "docs",
    description = "Bring the texts that are made from others into step.",
    footer = {
      "",
      "Examples:",
      "  lab dev docs --book            rewrite the stages' sections of WORKBOOK.md",
      "  lab dev docs --book --check    only say whether that would change anything (exit 1)"
    })
final class DevBookCommand implements Callable<Integer> {
  @Option(names = "--book", description = "WORKBOOK.md, from the READMEs.")
  private boolean book;

  @Option(names = "--check", description = "Change nothing: exit 1 when something would change.")
  private boolean check;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!book) {
      throw new ParameterException(spec.commandLine(), "Name what to bring into step: --book");
    }
    var console = Main.console(spec);
    var root = Main.workspace(spec).root();
    var file = root.resolve(Book.FILE);
    var now = Book.read(root);
    var then = now.inStepWith(root.resolve("exercises"));
    if (now.equals(then)) {
      console.print(Book.FILE + " is in step with the stages.");
      return ExitCode.DONE.code();
    }
    if (check) {
      console.show(
          List.of(
              new Problem(
                  "The book is behind the stages' READMEs.",
                  file + ":" + firstChange(now.text(), then.text()),
                  "./lab dev docs --book")));
      return ExitCode.NOT_YET.code();
    }
    try {
      Files.writeString(file, then.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.print("Wrote " + file);
    return ExitCode.DONE.code();
  }

  /** The number of the first line that differs, from 1. */
  private static int firstChange(String now, String then) {
    var old = now.lines().toList();
    var fresh = then.lines().toList();
    int line = 0;
    while (line < Math.min(old.size(), fresh.size()) && old.get(line).equals(fresh.get(line))) {
      line++;
    }
    return line + 1;
  }
}
