package lab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import lab.nginx.generate.Generated;
import lab.nginx.generate.Origin;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.nginx.NginxBinary;

/**
 * What {@code nginx -t} says of a generated file, in the places of the person's own file.
 *
 * @param messages nginx's errors, each with the place to look at; empty when it accepts the file
 */
record NginxVerdict(List<Problem> messages) {
  private static final Pattern MESSAGE =
      Pattern.compile("nginx: \\[emerg] (?<text>.*?)(?: in (?<file>\\S.*):(?<line>\\d+))?");

  static NginxVerdict of(NginxBinary nginx, Path file, Path folder, Generated generated)
      throws IOException {
    return new NginxVerdict(
        nginx.test(file, folder).stream()
            .map(MESSAGE::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher ->
                new Problem(
                    "nginx refuses the file: " + matcher.group("text"),
                    matcher.group("line") == null
                        ? "nginx does not say where"
                        : generated
                            .origin(Integer.parseInt(matcher.group("line")))
                            .map(Origin::toString)
                            .orElse(file.toString()),
                    "lab nginx check shows the line and how to mend it"))
            .toList());
  }

  void demandAccepted() {
    if (!messages.isEmpty()) {
      throw new ProblemException(messages);
    }
  }
}
