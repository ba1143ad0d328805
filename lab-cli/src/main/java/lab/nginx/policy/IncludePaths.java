package lab.nginx.policy;

import java.util.List;
import java.util.regex.Pattern;
import lab.nginx.syntax.Directive;

/**
 * Includes stay inside the submission, whether or not there is a file to read.
 *
 * <p>nginx's {@code glob(3)} finds the folder above for {@code .?}, {@code .*} and {@code .[.]},
 * and for dots behind backslashes.
 */
final class IncludePaths {
  private static final Pattern HIDDEN_PATTERN = Pattern.compile("(?s)(?:.*/)?\\.[^/]*[*?\\[].*");

  private final Findings findings;

  IncludePaths(Findings findings) {
    this.findings = findings;
  }

  void check(List<Directive> statements) {
    for (var statement : statements) {
      if (statement.is("include")) {
        statement
            .args()
            .forEach(word -> {
              boolean usual = word.text().equals("/etc/nginx/mime.types");
              if (!usual && leads(word.text())) {
                findings.refuse(
                    "include", word, "an included file must lie in the submission's own folder");
              }
            });
      }
      statement.block().ifPresent(block -> check(block.directives()));
    }
  }

  private static boolean leads(String name) {
    return name.startsWith("/")
        || name.indexOf('\\') >= 0
        || Paths.climbs(name)
        || HIDDEN_PATTERN.matcher(name).matches();
  }
}
