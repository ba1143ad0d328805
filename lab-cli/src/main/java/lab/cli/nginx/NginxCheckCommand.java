package lab.cli.nginx;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.check.CheckJson;
import lab.cli.check.CheckSarif;
import lab.cli.check.CheckText;
import lab.nginx.syntax.closure.Configuration;
import lab.screen.TerminalWidth;
import lab.verify.file.NginxFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab nginx check}: what is wrong with a configuration, and what could be better. */
@Command(
    name = "check",
    description = "Say what is wrong with a configuration, where to edit it, and what to improve.",
    footer = {
      "",
      "Exit code 0 when nginx accepts it, advice or not; 1 when it has mistakes; 4",
      "without nginx. The JSON is described in schema/nginx-check.schema.json; SARIF",
      "is version 2.1.0.",
      "",
      "Examples:",
      "  lab nginx check",
      "  lab nginx check my.conf --json",
      "  lab nginx check --sarif > nginx.sarif"
    })
final class NginxCheckCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The main file. Default: nginx/nginx.conf of the lab.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--sarif", description = "SARIF 2.1.0 on standard output, for editors and CI.")
  private boolean sarif;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    var looked =
        new NginxFile(Configuration.load(file.orElseGet(this::labsOwn)), NginxHere.state(spec))
            .look();
    var checked = looked.checked();
    if (sarif) {
      console.printJson(new CheckSarif(Path.of("")).of(checked));
    } else if (console.json()) {
      console.printJson(CheckJson.of(checked));
    } else {
      int columns = TerminalWidth.columns();
      new CheckText(console.ink(), columns, looked.nginx().version().toString())
          .lines(checked)
          .forEach(console::print);
    }
    return (checked.ok() ? ExitCode.DONE : ExitCode.NOT_YET).code();
  }

  private Path labsOwn() {
    var conf = Main.workspace(spec).nginxConf();
    var here = Path.of("").toAbsolutePath();
    return conf.startsWith(here) ? here.relativize(conf) : conf;
  }
}
