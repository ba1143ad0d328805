package lab.cli.writeup;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.findings.FindingsJson;
import lab.cli.findings.FindingsText;
import lab.cli.findings.Report;
import lab.findings.figures.RecordedRun;
import lab.findings.judge.Additions;
import lab.findings.judge.FindingsJudge;
import lab.findings.judge.Outcome;
import lab.findings.judge.Part;
import lab.findings.opinion.HttpModel;
import lab.findings.opinion.Opinion;
import lab.findings.opinion.SecondOpinion;
import lab.findings.record.Entry;
import lab.findings.rubric.Rubric;
import lab.screen.TerminalWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab findings check}: grades a write-up, offline. */
@Command(
    name = "check",
    description = "Grade your write-up per criterion, with your own words as evidence.",
    footer = {
      "",
      "Sections that you have not begun are left out. Figures are held against your",
      "runs. This is formative: a determined person can fool it. Exit code 0 when",
      "every section that you have begun has 60 %% of its certain points and no",
      "contradiction, 1 when not yet, 3 when only a person can tell.",
      "",
      "--llm-endpoint sends your text to that address; nothing is sent without it. A",
      "key is taken from the environment variable LAB_LLM_KEY.",
      "",
      "Examples:",
      "  lab findings check",
      "  lab findings check notes.md --json",
      "  lab findings check --llm-endpoint http://localhost:11434"
    })
final class FindingsCheckCommand implements Callable<Integer> {
  @Mixin private WriteUpFile file = new WriteUpFile();

  @Option(
      names = "--llm-endpoint",
      paramLabel = "URL",
      description = "Ask a language model (OpenAI style) for a second opinion. Off by default.")
  private Optional<URI> endpoint = Optional.empty();

  @Option(
      names = "--llm-model",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "The model's name at that address. Default: ${DEFAULT-VALUE}.")
  private String model = "default";

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var console = Main.console(spec);
    var desk = FindingsDesk.open(spec);
    var text = file.text();
    var report = report(desk, text);
    if (console.json()) {
      console.printJson(FindingsJson.of(report));
    } else {
      int columns = TerminalWidth.columns();
      new FindingsText(console.ink(), columns).of(report).forEach(console::print);
    }
    remember(console, desk, report.whole());
    return exitCode(report).code();
  }

  private Report report(FindingsDesk desk, String text) throws InterruptedException {
    var rubric = desk.rubric();
    var judge = new FindingsJudge(rubric);
    var record = desk.record();
    var additions = new Additions(record.answers(), record.disputes(text));
    var whole = judge.whole(text, desk.evidence(), additions);
    var opinions = opinions(rubric, text, whole);
    var settled = whole.with(SecondOpinion.applied(whole.criteria(), opinions));
    return new Report(
        file.path().toString(),
        text,
        rubric,
        settled,
        judge.parts(settled),
        desk.runs().stream().map(RecordedRun::run).distinct().count(),
        record.lastCheck(desk.name(file.path())),
        opinions);
  }

  private List<Opinion> opinions(Rubric rubric, String text, Outcome whole)
      throws InterruptedException {
    if (endpoint.isEmpty() || whole.grade().gate().isPresent()) {
      return List.of();
    }
    var key = Optional.ofNullable(System.getenv("LAB_LLM_KEY"));
    try (var http = new HttpModel(endpoint.get(), model, key)) {
      return new SecondOpinion(rubric, http).on(text, whole.criteria());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--llm-endpoint: " + e.getMessage(), e);
    }
  }

  /** A check that cannot be remembered is still a check. */
  private void remember(Console console, FindingsDesk desk, Outcome whole) {
    var levels = new TreeMap<String, Integer>();
    var open = new TreeSet<String>();
    for (var criterion : whole.criteria()) {
      levels.put(criterion.id(), criterion.level());
      if (criterion.isOpen()) {
        open.add(criterion.id());
      }
    }
    try {
      desk.record().add(new Entry.Checked(Instant.now(), desk.name(file.path()), levels, open));
    } catch (IOException e) {
      console.say("This check could not be remembered: " + e.getMessage());
    }
  }

  private static ExitCode exitCode(Report report) {
    var passings =
        report.parts().stream().filter(Part::begun).map(part -> part.outcome().passing()).toList();
    if (passings.isEmpty() || passings.contains(Outcome.Passing.NOT_YET)) {
      return ExitCode.NOT_YET;
    }
    return passings.contains(Outcome.Passing.TO_BE_READ) ? ExitCode.INCONCLUSIVE : ExitCode.DONE;
  }
}
