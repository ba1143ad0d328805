package lab.cli.nginx;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.nginx.syntax.ByteText;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.closure.Configuration;
import lab.screen.TerminalWidth;
import lab.screen.Wrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab nginx parse}: the statements of a configuration, and every fault of its text. */
@Command(
    name = "parse",
    description = "Read a configuration as nginx does, includes followed, and list every fault.",
    footer = {
      "",
      "Exit code 0 when nginx could read it, 1 when it has faults, 4 when there is no",
      "such file. The JSON is described in schema/nginx-parse.schema.json.",
      "",
      "Examples:",
      "  lab nginx parse nginx/nginx.conf",
      "  lab nginx parse nginx/nginx.conf --json"
    })
final class NginxParseCommand implements Callable<Integer> {
  private static final String INDENT = "  ";

  @Parameters(paramLabel = "FILE", description = "The main file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    var configuration = Configuration.load(file);
    if (console.json()) {
      console.printJson(json(configuration));
    } else {
      text(configuration).forEach(console::print);
    }
    return (configuration.ok() ? ExitCode.DONE : ExitCode.NOT_YET).code();
  }

  private static List<String> text(Configuration configuration) {
    if (configuration.ok()) {
      int files = configuration.files().size();
      return List.of("nginx can read it: " + files + (files == 1 ? " file." : " files."));
    }
    return configuration.faults().stream()
        .map(fault -> fault.place() + ": " + fault.message() + " (" + fault.fix() + ")")
        .flatMap(line -> Wrap.hanging(line, TerminalWidth.columns(), INDENT).stream())
        .toList();
  }

  private static Map<String, Object> json(Configuration configuration) {
    var object = new LinkedHashMap<String, Object>();
    object.put("ok", configuration.ok());
    object.put("nodes", nodes(configuration, configuration.written()));
    object.put(
        "errors", configuration.faults().stream().map(f -> error(configuration, f)).toList());
    return object;
  }

  private static List<Map<String, Object>> nodes(
      Configuration configuration, List<Directive> statements) {
    return statements.stream().map(statement -> node(configuration, statement)).toList();
  }

  private static Map<String, Object> node(Configuration configuration, Directive statement) {
    var start = statement.name().span().position();
    var node = new LinkedHashMap<String, Object>();
    node.put("directive", ByteText.decode(statement.name().text()));
    node.put("file", configuration.nameOf(statement.name().span().source()));
    node.put("line", start.line());
    node.put("col", start.column());
    node.put("end_line", statement.terminator().line());
    node.put("args", statement.args().stream().map(word -> ByteText.decode(word.text())).toList());
    statement
        .block()
        .ifPresent(block -> node.put("block", nodes(configuration, block.directives())));
    return node;
  }

  private static Map<String, Object> error(Configuration configuration, Fault fault) {
    var place = fault.at().position();
    var error = new LinkedHashMap<String, Object>();
    error.put("message", fault.message());
    error.put("file", configuration.nameOf(fault.at().source()));
    error.put("line", place.line());
    error.put("col", place.column());
    return error;
  }
}
