package lab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.problem.Problem;
import lab.screen.Ink;
import lab.screen.TerminalWidth;
import lab.screen.Wrap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command writes: results to standard output, narration and errors to standard error.
 *
 * @param out results
 * @param err narration and errors
 * @param ink colours, or none
 * @param json whether results are one JSON object
 * @param jsonLines whether each is one line, for several are to be expected
 * @param plain whether only whole lines may be written, nothing that moves
 * @param quiet whether narration is left out
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    Ink ink,
    boolean json,
    boolean jsonLines,
    boolean plain,
    boolean quiet) {
  private static final String NOTE = "note  ";
  private static final int NARROWEST = 30;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // a C locale would turn other letters into question marks
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  static Console of(CommandLine commandLine, GlobalOptions options) {
    boolean colour =
        switch (options.colour) {
          case always -> true;
          case never -> false;
          case auto ->
              !options.plain && !"dumb".equals(System.getenv("TERM")) && Ansi.AUTO.enabled();
        };
    return new Console(
        commandLine.getOut(),
        commandLine.getErr(),
        new Ink(colour && !options.json),
        options.json,
        options.jsonLines,
        options.plain,
        options.quiet);
  }

  /** Whether a person sits in front of a screen that may be repainted. */
  public boolean live() {
    return !plain
        && !json
        && !"dumb".equals(System.getenv("TERM"))
        && Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }

  /** A line of narration. */
  public void say(String line) {
    if (!quiet) {
      err.println(line);
      err.flush();
    }
  }

  /** Something beside the result that a person should know: narration, wrapped to the screen. */
  public void note(String text) {
    if (quiet) {
      return;
    }
    int columns = TerminalWidth.columns();
    var lines = Wrap.lines(text, Math.max(NARROWEST, columns - NOTE.length() - 1));
    for (int at = 0; at < lines.size(); at++) {
      say((at == 0 ? NOTE : " ".repeat(NOTE.length())) + lines.get(at));
    }
  }

  /** A line of the result. */
  public void print(String line) {
    out.println(line);
    out.flush();
  }

  /** The result as JSON; records and maps become objects. */
  public void printJson(Object value) {
    if (jsonLines) {
      printJsonLine(value);
    } else {
      print(JSON.writeValueAsString(value));
    }
  }

  /** One result of several as JSON on a line of its own. */
  public void printJsonLine(Object value) {
    print(JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value));
  }

  public void show(List<Problem> problems) {
    if (json) {
      printJson(Map.of("schema", "lab/error/1", "problems", problems));
      return;
    }
    for (var problem : problems) {
      err.println(ink.bad("problem") + "  " + problem.what());
      if (!problem.where().isBlank()) {
        err.println("  where  " + problem.where());
      }
      if (!problem.next().isBlank()) {
        err.println("  next   " + problem.next().indent(9).strip());
      }
    }
    err.flush();
  }
}
