package lab.cli.writeup;

import lab.findings.rubric.Criterion;
import lab.findings.rubric.Rubric;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The criterion that a command is about. */
final class CriterionName {
  @Parameters(index = "0", paramLabel = "CRITERION", description = "A1 to C6.")
  private String given = "";

  /** Its id as the rubric writes it; a usage error of {@code spec} where there is none. */
  String in(Rubric rubric, CommandSpec spec) {
    return rubric.criteria().stream()
        .map(Criterion::id)
        .filter(id -> id.equalsIgnoreCase(given))
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "There is no criterion \"" + given + "\". They are A1 to A6, B1 to B7, C1 to C6."));
  }
}
