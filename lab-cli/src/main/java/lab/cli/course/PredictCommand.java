package lab.cli.course;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.check.evidence.PredictionOnRecord;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckKind;
import lab.cli.ExitCode;
import lab.course.journal.Event;
import lab.course.stage.Prediction;
import lab.course.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab predict}: puts a prediction on record, once. */
@Command(
    name = "predict",
    description = "Put your prediction for a stage on record; it is locked then.",
    footer = {
      "",
      "A wrong prediction costs nothing: what surprises you is what you learn.",
      "Exit code 5 when it is locked already.",
      "",
      "Examples:",
      "  lab predict 12.5            for the only prediction of the stage",
      "  lab predict capacity 12.5   for one of several",
      "  lab predict 12.5 --stage 02 for a stage you have left behind"
    })
public final class PredictCommand implements Callable<Integer> {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  @Parameters(
      arity = "1..2",
      paramLabel = "[ID] NUMBER",
      description = "The number, and before it which prediction it is for.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--stage",
      paramLabel = "NN",
      completionCandidates = StageIds.class,
      description = "The stage it is for (default: where you are).")
  private Optional<String> name = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var desk = Desk.open(spec);
    var stage = desk.stage(name);
    var prediction = prediction(desk, stage);
    var value = words.getLast().replace(',', '.');
    if (!Prediction.isNumber(value)) {
      throw new ParameterException(
          spec.commandLine(),
          "'"
              + words.getLast()
              + "' is no number from 0 up: write it like 12.5, in "
              + prediction.unit()
              + ".");
    }
    var made =
        Optional.ofNullable(
            desk.journal().progress().of(stage.number()).predictions().get(prediction.id()));
    if (made.isPresent()) {
      return locked(desk, prediction, made.get());
    }
    var entry = desk.journal().append(new Event.Predicted(stage.number(), prediction.id(), value));
    var before = before(stage, prediction);
    var late = before.flatMap(run -> firstOf(run, desk));
    if (desk.console().json()) {
      desk.console()
          .printJson(
              Map.of(
                  "schema",
                  "lab/prediction/1",
                  "stage",
                  stage.id(),
                  "id",
                  prediction.id(),
                  "value",
                  value,
                  "at",
                  entry.at().toString(),
                  "late",
                  late.isPresent()));
      return ExitCode.DONE.code();
    }
    var page = new Page(desk.console());
    page.line(
        "Locked: "
            + prediction.id()
            + " = "
            + Prediction.inWords(value, prediction.unit())
            + "   (journal "
            + entry.number()
            + ")");
    late.ifPresent(run ->
        page.text(
            "You have measured already ("
                + run
                + "), so this is no longer a prediction. It is kept all the same; say the next one first."));
    before
        .filter(_ -> late.isEmpty())
        .ifPresent(run -> page.line("Now measure:  " + desk.console().ink().name(run.command())));
    return ExitCode.DONE.code();
  }

  private Prediction prediction(Desk desk, Stage stage) {
    var all = stage.predictions();
    if (all.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Stage "
              + stage.number()
              + " "
              + stage.title()
              + " asks for no prediction. For another stage: lab predict NUMBER --stage NN.");
    }
    if (words.size() == 2) {
      return stage
          .prediction(words.getFirst())
          .orElseThrow(() ->
              new ParameterException(
                  spec.commandLine(),
                  "Stage "
                      + stage.number()
                      + " asks for no prediction '"
                      + words.getFirst()
                      + "'. It asks for: "
                      + ids(all)
                      + "."));
    }
    var made = desk.journal().progress().of(stage.number()).predictions();
    var open = all.stream().filter(one -> !made.containsKey(one.id())).toList();
    if (open.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "Which one? lab predict ID NUMBER, with one of: " + ids(open) + ".");
    }
    return open.isEmpty() ? all.getLast() : open.getFirst();
  }

  private static String ids(List<Prediction> predictions) {
    return String.join(", ", predictions.stream().map(Prediction::id).toList());
  }

  private static int locked(Desk desk, Prediction prediction, PredictionOnRecord made) {
    var console = desk.console();
    var at = CLOCK.format(made.at().atZone(ZoneId.systemDefault()));
    if (console.json()) {
      console.printJson(
          Map.of(
              "schema",
              "lab/error/1",
              "locked",
              prediction.id(),
              "value",
              made.value(),
              "at",
              made.at().toString()));
    } else {
      console
          .err()
          .println(
              console.ink().warn("locked")
                  + "  You predicted "
                  + Prediction.inWords(made.value(), prediction.unit())
                  + " at "
                  + at
                  + "; it stands.");
      console.err().flush();
    }
    return ExitCode.LOCKED.code();
  }

  /** The run that it should come before; empty where it may come at any time. */
  private static Optional<AskedRun> before(Stage stage, Prediction prediction) {
    return stage.checks().stream()
        .map(check -> check.kind())
        .filter(
            kind -> kind instanceof CheckKind.Prediction(var id, _) && id.equals(prediction.id()))
        .flatMap(kind -> ((CheckKind.Prediction) kind).before().stream())
        .findFirst();
  }

  /** The id of the first such run that was made. */
  private static Optional<String> firstOf(AskedRun asked, Desk desk) {
    return desk.journal().progress().runs().stream()
        .filter(run -> run.mayBe(asked))
        .map(run -> run.id())
        .findFirst();
  }
}
