package lab.cli.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.RunText;
import lab.cli.course.Desk;
import lab.cli.progress.ReferenceDiff;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.problem.Problem;
import lab.problem.UsageException;
import lab.run.RunResult;
import lab.screen.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab diff}: two runs side by side, or the learner's files and the reference. */
@Command(
    name = "diff",
    description =
        "Put two runs side by side; or your files and the reference, once you have passed.",
    footer = {
      "",
      "Of runs: what was sent, what became of it, how long it took. The reference of",
      "a stage is shown when the stage is passed or assisted; exit code 5 before",
      "that.",
      "",
      "Examples:",
      "  lab diff r-0003 r-0004",
      "  lab diff 3 latest --json",
      "  lab diff 3 incident            with the latest finished run of a scenario",
      "  lab diff mine reference        the stage where you are",
      "  lab diff mine reference 08     another one"
    })
public final class DiffCommand implements Callable<Integer> {
  private static final String MINE = "mine";
  private static final String REFERENCE = "reference";

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "A run, such as r-0042, 42, latest, or a scenario; or mine.")
  @SuppressWarnings("NullAway.Init")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "Another one; or reference.")
  @SuppressWarnings("NullAway.Init")
  private String second;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "ID|+N|-N",
      description = "For mine reference: the stage; default: where you are.")
  private Optional<String> stage = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (first.equals(MINE) && second.equals(REFERENCE)) {
      var desk = Desk.open(spec);
      return new ReferenceDiff(desk, desk.stage(stage)).show().code();
    }
    stage.ifPresent(name -> {
      throw new ParameterException(
          spec.commandLine(), "A stage goes with: lab diff mine reference " + name);
    });
    var console = Main.console(spec);
    var runs = new Runs(Main.workspace(spec));
    var a = result(runs, first);
    var b = result(runs, second);
    var rows = rows(a, b);
    if (console.json()) {
      var json = new LinkedHashMap<String, Object>();
      json.put("schema", "lab/diff/1");
      json.put("a", a.id());
      json.put("b", b.id());
      json.put(
          "rows",
          rows.stream()
              .map(row ->
                  Map.of("what", row.what(), "a", row.a(), "b", row.b(), "differs", row.differs()))
              .toList());
      console.printJson(json);
      return ExitCode.DONE.code();
    }
    var table = new Table().row(List.of("  ", a.id(), b.id(), ""));
    rows.forEach(
        row -> table.row(List.of("  " + row.what(), row.a(), row.b(), row.differs() ? "<>" : "")));
    console.print("");
    table.lines().forEach(console::print);
    if (!a.scenario().equals(b.scenario())) {
      console.print("  Two scenarios: lanes that only one of them has are shown as -.");
    }
    console.print("");
    return ExitCode.DONE.code();
  }

  /** A line of the comparison. */
  private record Row(String what, String a, String b) {
    boolean differs() {
      return !a.equals(b);
    }
  }

  private static RunResult result(Runs runs, String name) throws IOException {
    var folder = runs.folder(name);
    return runs.result(folder)
        .orElseThrow(() ->
            new UsageException(
                new Problem(
                    "'" + name + "' holds no finished run of traffic.",
                    folder.toString(),
                    "Compare runs of lab run; lab show " + name + " shows this one.")));
  }

  private static List<Row> rows(RunResult a, RunResult b) {
    var rows = new ArrayList<Row>();
    add(rows, "scenario", a, b, RunResult::scenario);
    add(rows, "upstream", a, b, run -> run.settings().upstream().orElse("as is"));
    add(rows, "blocking feed", a, b, run -> yesOrNo(run.settings().blockingFeed()));
    add(rows, "speed", a, b, run -> Integer.toString(run.settings().speed()));
    add(rows, "sync workers", a, b, run -> Integer.toString(run.settings().syncWorkers()));
    add(rows, "pool threads", a, b, run -> Integer.toString(run.settings().poolThreads()));
    var lanes = new LinkedHashSet<String>();
    a.lanes().lanes().forEach(lane -> lanes.add(lane.lane()));
    b.lanes().lanes().forEach(lane -> lanes.add(lane.lane()));
    for (var lane : lanes) {
      addLane(rows, lane, a, b);
    }
    add(
        rows,
        "recovered after",
        a,
        b,
        run ->
            run.recovery()
                .seconds()
                .map(seconds -> String.format(Locale.ROOT, "%.1f s", seconds))
                .orElse("not seen"));
    return rows;
  }

  private static String yesOrNo(Optional<Boolean> kept) {
    return kept.map(yes -> yes ? "yes" : "no").orElse("not kept");
  }

  private static void addLane(List<Row> rows, String name, RunResult a, RunResult b) {
    var some = lane(a, name).or(() -> lane(b, name)).orElseThrow();
    boolean streams = some.streams().isPresent();
    var route = some.route();
    add(
        rows,
        route + " ok",
        a,
        b,
        run -> of(run, name, lane -> lane.count(Outcome.OK) + " of " + lane.sent()));
    if (streams) {
      add(
          rows,
          route + " alive at the end",
          a,
          b,
          run ->
              of(
                  run,
                  name,
                  lane ->
                      lane.streams()
                          .map(figures -> Long.toString(figures.liveAtEnd()))
                          .orElse("-")));
      return;
    }
    add(
        rows,
        route + " 502",
        a,
        b,
        run -> of(run, name, lane -> Long.toString(lane.count(Outcome.BAD_GATEWAY))));
    add(
        rows,
        route + " 504",
        a,
        b,
        run -> of(run, name, lane -> Long.toString(lane.count(Outcome.GATEWAY_TIMEOUT))));
    add(
        rows,
        route + " timed out",
        a,
        b,
        run -> of(run, name, lane -> Long.toString(lane.count(Outcome.TIMED_OUT))));
    add(
        rows,
        route + " p50",
        a,
        b,
        run ->
            of(
                run,
                name,
                lane ->
                    RunText.percentile(lane.response().p50(), lane.response().isLowerBound(50))));
    add(
        rows,
        route + " p95",
        a,
        b,
        run ->
            of(
                run,
                name,
                lane ->
                    RunText.percentile(lane.response().p95(), lane.response().isLowerBound(95))));
  }

  private static void add(
      List<Row> rows, String what, RunResult a, RunResult b, Function<RunResult, String> value) {
    rows.add(new Row(what, value.apply(a), value.apply(b)));
  }

  private static String of(RunResult run, String lane, Function<LaneSummary, String> value) {
    return lane(run, lane).map(value).orElse("-");
  }

  private static Optional<LaneSummary> lane(RunResult run, String name) {
    return run.lanes().lanes().stream().filter(lane -> lane.lane().equals(name)).findFirst();
  }
}
