package lab.cli.course;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.cli.Main;
import lab.course.stage.OwnedFile;
import lab.course.stage.Stage;
import lab.problem.Problem;
import lab.problem.UsageException;
import picocli.CommandLine.Model.CommandSpec;

/** Asks before something is done that replaces files. */
public final class Question {
  private Question() {}

  /** What is asked before the files of a stage are put back. */
  public static String whetherToReset(Stage stage) {
    var files = stage.owns().stream().map(OwnedFile::path).collect(Collectors.joining(", "));
    return "Put " + files + " back to the beginning of stage " + stage.number() + "?";
  }

  /**
   * Whether the person agrees.
   *
   * @param yes they said so beforehand
   * @throws UsageException when it may not be asked
   */
  public static boolean agreed(CommandSpec spec, boolean yes, String text) {
    if (yes) {
      return true;
    }
    if (!Main.mayAsk(spec)) {
      throw new UsageException(
          new Problem(
              text + " That must be said, and there is nobody to ask.",
              spec.qualifiedName(),
              "Say it: " + spec.qualifiedName() + " ... --yes"));
    }
    var err = spec.commandLine().getErr();
    err.print("  " + text + " [y/N] ");
    err.flush();
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      var answer = Optional.ofNullable(in.readLine()).orElse("").strip().toLowerCase(Locale.ROOT);
      return answer.equals("y") || answer.equals("yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
