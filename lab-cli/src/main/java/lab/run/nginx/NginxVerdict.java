package lab.run.nginx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.nginx.generate.Generated;
import lab.nginx.generate.Origin;
import lab.problem.FaultyFileException;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.nginx.NginxBinary;

/**
 * What {@code nginx -t} says of a generated file, in the places of the person's own file.
 *
 * @param messages nginx's errors, each with the place to look at; empty when it accepts the file
 * @param ofTheFile whether it is the file that is refused, and the machine has no part in it
 */
public record NginxVerdict(List<Problem> messages, boolean ofTheFile) {
  private static final Pattern MESSAGE =
      Pattern.compile("nginx: \\[emerg] (?<text>.*?)(?: in /.*:(?<line>\\d+))?");

  /** nginx's words when a call to the system failed, such as {@code mkdir() "..." failed}. */
  private static final Pattern CALL = Pattern.compile("(?<!pcre_compile)(?<!pcre2_compile)\\(\\) ");

  public NginxVerdict {
    messages = List.copyOf(messages);
  }

  /**
   * Asks nginx.
   *
   * @param folder for pid and start-up log
   * @throws IOException when nginx cannot be started
   */
  public static NginxVerdict of(NginxBinary nginx, Path file, Path folder, Generated generated)
      throws IOException {
    return of(nginx.test(file, folder), file, generated);
  }

  /**
   * The same of lines that nginx has said.
   *
   * @param said empty when it accepts the file
   */
  static NginxVerdict of(List<String> said, Path file, Generated generated) {
    var matches = said.stream().map(MESSAGE::matcher).filter(Matcher::matches).toList();
    if (!said.isEmpty() && matches.isEmpty()) {
      return new NginxVerdict(List.of(unread(said, file)), false);
    }
    return new NginxVerdict(
        matches.stream().map(matcher -> fault(matcher, file, generated)).toList(),
        matches.stream().noneMatch(NginxVerdict::isOfTheMachine));
  }

  /** A call that failed without a line that asked for it: a full disk, a folder of another user. */
  private static boolean isOfTheMachine(Matcher message) {
    return message.group("line") == null && CALL.matcher(message.group("text")).find();
  }

  private static Problem fault(Matcher matcher, Path file, Generated generated) {
    return new Problem(
        "nginx refuses the file: " + matcher.group("text"),
        matcher.group("line") == null
            ? "nginx does not say where"
            : generated
                .origin(Integer.parseInt(matcher.group("line")))
                .map(Origin::toString)
                .orElse(file.toString()),
        "lab nginx check shows the line and how to mend it");
  }

  /** It failed in words that we cannot place: a library is missing, or it was ended. */
  private static Problem unread(List<String> said, Path file) {
    return new Problem(
        "nginx -t failed. It said:\n" + String.join("\n", said),
        file.toString(),
        "put right what its lines say; lab doctor shows which nginx the lab uses");
  }

  /**
   * Goes on only with a file that nginx accepts.
   *
   * @throws FaultyFileException when it refuses what stands in it
   * @throws ProblemException when it cannot be asked, or the machine has something against it
   */
  public void demandAccepted() {
    if (!messages.isEmpty()) {
      throw ofTheFile ? new FaultyFileException(messages) : new ProblemException(messages);
    }
  }
}
