package lab.nginx.policy;

import java.util.List;
import lab.nginx.syntax.Directive;

/** Includes stay inside the submission, whether or not there is a file to read. */
final class IncludePaths {
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
              if (!usual && (word.text().startsWith("/") || Paths.climbs(word.text()))) {
                findings.refuse(
                    "include", word, "an included file must lie in the submission's own folder");
              }
            });
      }
      statement.block().ifPresent(block -> check(block.directives()));
    }
  }
}
