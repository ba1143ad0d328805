package lab.cli.nginx;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.nginx.policy.Policy;
import lab.nginx.policy.Refusal;
import lab.nginx.policy.Verdict;
import lab.screen.TerminalWidth;
import lab.screen.Wrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab nginx policy}: whether a stranger's configuration may be given to nginx. */
@Command(
    name = "policy",
    description = "Judge a stranger's configuration: refused unless all of it is known harmless.",
    footer = {
      "",
      "Exit code 0 when it is accepted, 1 when it is refused, 4 when there is no such",
      "file. The JSON is described in schema/nginx-policy.schema.json.",
      "",
      "Examples:",
      "  lab nginx policy nginx/nginx.conf",
      "  lab nginx policy submission/nginx.conf --lab-port 8080 8101 8102 --json"
    })
final class NginxPolicyCommand implements Callable<Integer> {
  private static final String INDENT = "  ";

  @Parameters(paramLabel = "FILE", description = "The main file; its folder is the submission.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--lab-port",
      paramLabel = "N",
      arity = "1..*",
      description =
          "A port where it may listen and which it may ask. Default: nginx's and the four modes'.")
  private List<Integer> labPorts = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (labPorts.stream().anyMatch(port -> port < 1 || port > 65_535)) {
      throw new ParameterException(spec.commandLine(), "A port is a number from 1 to 65535.");
    }
    var console = Main.console(spec);
    Set<Integer> ports = labPorts.isEmpty() ? Policy.LAB_PORTS : new TreeSet<>(labPorts);
    var verdict = Policy.judge(file, ports);
    if (console.json()) {
      console.printJson(json(verdict));
    } else {
      text(verdict).forEach(console::print);
    }
    return (verdict.accepted() ? ExitCode.DONE : ExitCode.NOT_YET).code();
  }

  private static List<String> text(Verdict verdict) {
    if (verdict.accepted()) {
      return List.of("accepted");
    }
    return verdict.refusals().stream()
        .map(refusal ->
            "%s:%d: %s: %s"
                .formatted(
                    printable(name(verdict, refusal)),
                    refusal.line(),
                    refusal.rule(),
                    refusal.message()))
        .flatMap(line -> Wrap.hanging(line, TerminalWidth.columns(), INDENT).stream())
        .toList();
  }

  /** A file's name is a stranger's word, too; JSON escapes what a terminal would obey. */
  private static String printable(String name) {
    return name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", ".");
  }

  private static Map<String, Object> json(Verdict verdict) {
    var object = new LinkedHashMap<String, Object>();
    object.put("accepted", verdict.accepted());
    object.put(
        "refusals", verdict.refusals().stream().map(refusal -> json(verdict, refusal)).toList());
    return object;
  }

  private static Map<String, Object> json(Verdict verdict, Refusal refusal) {
    var object = new LinkedHashMap<String, Object>();
    object.put("rule", refusal.rule());
    object.put("file", name(verdict, refusal));
    object.put("line", refusal.line());
    object.put("message", refusal.message());
    return object;
  }

  private static String name(Verdict verdict, Refusal refusal) {
    return verdict.configuration().nameOf(refusal.source());
  }
}
