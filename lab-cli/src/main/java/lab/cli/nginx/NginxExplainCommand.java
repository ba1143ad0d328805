package lab.cli.nginx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.explain.ExplainJson;
import lab.cli.explain.ExplainText;
import lab.cli.explain.RealExplained;
import lab.cli.explain.RequestFile;
import lab.cli.explain.TypedAddress;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.run.real.RealAnswers;
import lab.run.real.RealAnswers.Compared;
import lab.screen.TerminalWidth;
import lab.verify.file.Refusal;
import lab.verify.file.ScratchFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab nginx explain}: where requests go, and why. */
@Command(
    name = "explain",
    description = "Say where requests go: server, location, rewrites, upstream, and why.",
    footer = {
      "",
      "Several requests are a sequence on one fresh nginx: round robin moves on.",
      "Where a static answer would be a guess, it says \"cannot tell\" and why; so it",
      "does of a file that nginx refuses, which nginx -t is asked where there is one.",
      "Exit code 0 when every request was answered, 3 when one could not be told,",
      "4 when the file is missing or has faults, 70 when --real finds the lab wrong.",
      "The JSON, one object a line, is described in schema/nginx-explain.schema.json.",
      "",
      "Examples:",
      "  lab nginx explain /check_feed",
      "  lab nginx explain / /feed --method POST --host example.test --json",
      "  lab nginx explain /hash_me --up 127.0.0.1:8102",
      "  lab nginx explain / --real"
    })
final class NginxExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "URI", arity = "0..*", description = "A path, with its query if any.")
  private List<String> uris = List.of();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The configuration. Default: nginx/nginx.conf.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--method",
      paramLabel = "M",
      defaultValue = "GET",
      description = "The method. Default: ${DEFAULT-VALUE}.")
  private String method = "GET";

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = Request.USUAL_HOST,
      description = "The Host line. Default: ${DEFAULT-VALUE}.")
  private String host = Request.USUAL_HOST;

  @Option(
      names = "--connect",
      paramLabel = "ADDR:PORT",
      description = "Where the request is sent. Default: the first address that is listened on.")
  private Optional<String> connect = Optional.empty();

  @Option(
      names = "--up",
      paramLabel = "ADDR:PORT",
      arity = "1",
      description = "An upstream address that answers; the others do not. Default: all answer.")
  private List<String> up = List.of();

  @Option(
      names = "--requests",
      paramLabel = "FILE",
      description = "Requests to ask about, one JSON object a line, before those named.")
  private Optional<Path> requests = Optional.empty();

  @Option(
      names = "--real",
      description =
          "Ask the real nginx too: on the file's own ports, with small upstreams of the lab.")
  private boolean real;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var asked = asked();
    var configuration = configuration();
    var explained = explained(configuration, asked);
    var answers = real ? answers(configuration, explained) : List.<Compared>of();
    var console = Main.console(spec);
    for (int at = 0; at < explained.size(); at++) {
      show(console, explained.get(at), real ? Optional.of(answers.get(at)) : Optional.empty());
    }
    boolean certain = explained.stream().noneMatch(one -> one.outcome() instanceof Outcome.Unknown);
    boolean agreed = answers.stream().allMatch(one -> one.differences().isEmpty());
    return (!agreed ? ExitCode.BUG : certain ? ExitCode.DONE : ExitCode.INCONCLUSIVE).code();
  }

  private List<Explanation> explained(Configuration configuration, List<Request> asked) {
    var refusal = Refusal.of(configuration, NginxHere.ifAny(spec));
    if (refusal.isPresent() && real) {
      throw new ProblemException(
          new Problem(
              "--real has nobody to ask: " + refusal.get(),
              configuration.main().path().toString(),
              "lab nginx check says how to mend it"));
    }
    if (refusal.isPresent()) {
      return asked.stream().map(one -> Explanation.unknown(one, refusal.get())).toList();
    }
    var resolver = new Resolver(configuration, surroundings());
    return asked.stream().map(resolver::explain).toList();
  }

  private static void show(Console console, Explanation explanation, Optional<Compared> compared) {
    if (console.json()) {
      var object = ExplainJson.of(explanation);
      compared.ifPresent(found -> object.put("real", RealExplained.json(found)));
      console.printJsonLine(object);
    } else {
      new ExplainText(console.ink(), TerminalWidth.columns())
          .of(explanation)
          .forEach(console::print);
      compared.ifPresent(found -> RealExplained.text(found, console.ink()).forEach(console::print));
    }
  }

  private List<Compared> answers(Configuration configuration, List<Explanation> explained) {
    var first =
        explained.stream()
            .filter(one -> !(one.outcome() instanceof Outcome.NoListener))
            .flatMap(one -> one.request().connect().stream())
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    new Problem(
                        "--real has nobody to ask: the file listens on none of these addresses.",
                        configuration.main().path().toString(),
                        "name an address that it listens on with --connect")));
    try (var scratch = ScratchFolder.create("lab-nginx-real");
        var nginx =
            new RealAnswers(
                NginxHere.find(spec), configuration, answering(), scratch.path(), first)) {
      var answers = new ArrayList<Compared>();
      for (var one : explained) {
        answers.add(nginx.ask(one));
      }
      return answers;
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "the real nginx could not be asked: " + e.getMessage(), "", "lab doctor says why"));
    }
  }

  private List<Request> asked() {
    Stream.concat(connect.stream(), up.stream().filter(address -> !address.startsWith("unix:")))
        .forEach(this::demandAddress);
    var usual = new Request("/", method, Optional.of(RequestFile.bytes(host)), connect);
    var asked = new ArrayList<Request>();
    requests.ifPresent(from -> asked.addAll(RequestFile.read(from, usual)));
    for (var uri : uris) {
      asked.add(new Request(RequestFile.bytes(uri), usual.method(), usual.host(), usual.connect()));
    }
    if (asked.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Which request? Name a URI such as /.");
    }
    asked.stream().flatMap(request -> request.connect().stream()).forEach(this::demandAddress);
    return asked;
  }

  private void demandAddress(String address) {
    if (!TypedAddress.isOne(address)) {
      throw new ParameterException(
          spec.commandLine(), "\"" + address + "\" is not ADDR:PORT, such as 127.0.0.1:8080.");
    }
  }

  private Surroundings surroundings() {
    return up.isEmpty() ? Surroundings.allUp() : Surroundings.up(Set.copyOf(answering()));
  }

  private List<String> answering() {
    return up.stream().flatMap(one -> TypedAddress.upstreams(one).stream()).distinct().toList();
  }

  private Configuration configuration() {
    var configuration = Configuration.load(file.orElseGet(() -> Main.workspace(spec).nginxConf()));
    if (!configuration.ok()) {
      throw new ProblemException(
          configuration.faults().stream()
              .map(fault -> new Problem(fault.message(), fault.place(), fault.fix()))
              .toList());
    }
    return configuration;
  }
}
