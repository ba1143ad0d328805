package lab.cli.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.course.book.Book;
import lab.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab dev docs}: the reference for authors, and WORKBOOK.md in step with the stages. */
@Command(
    name = "docs",
    description =
        "Print the reference for authors as Markdown; with --book, bring WORKBOOK.md into step.",
    footer = {
      "",
      "The reference lists the kinds of checks, the signs and the numbers of a",
      "stage.yaml, from what the lab itself knows.",
      "",
      "Examples:",
      "  lab dev docs > stages.md       the reference",
      "  lab dev docs --json            the same as data",
      "  lab dev docs --book            rewrite the stages' sections of WORKBOOK.md",
      "  lab dev docs --book --check    only say whether that would change it (exit 1)"
    })
public final class DevDocsCommand implements Callable<Integer> {
  @Option(names = "--book", description = "WORKBOOK.md, from the READMEs.")
  private boolean book;

  @Option(
      names = "--check",
      description = "With --book: change nothing; exit 1 when something would change.")
  private boolean check;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    if (book) {
      return book(console).code();
    }
    if (check) {
      throw new ParameterException(
          spec.commandLine(), "--check says whether the book is in step: add --book.");
    }
    if (console.json()) {
      console.printJson(AuthorReference.json());
    } else {
      AuthorReference.lines().forEach(console::print);
    }
    return ExitCode.DONE.code();
  }

  private ExitCode book(Console console) {
    var root = Main.workspace(spec).root();
    var file = root.resolve(Book.FILE);
    var now = Book.read(root);
    var then = now.inStepWith(root.resolve("exercises"));
    if (now.equals(then)) {
      console.print(Book.FILE + " is in step with the stages.");
      return ExitCode.DONE;
    }
    if (check) {
      console.show(
          List.of(
              new Problem(
                  "The book is behind the stages' READMEs.",
                  file + ":" + firstChange(now.text(), then.text()),
                  "./lab dev docs --book")));
      return ExitCode.NOT_YET;
    }
    try {
      Files.writeString(file, then.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.print("Wrote " + file);
    return ExitCode.DONE;
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
