package lab.course.stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.check.evidence.Answered.Expected;
import lab.course.stage.References.Of;
import lab.course.variation.Incident;
import lab.course.variation.Learner;
import lab.course.variation.Numbers;
import lab.course.yaml.Faults;
import lab.course.yaml.Fields;
import lab.course.yaml.YamlFile;
import lab.course.yaml.YamlNode;

/** Reads {@code exercises/NN-slug/stage.yaml}, format 1. */
public final class StageReader {
  /** The shape of a stage's folder name. */
  public static final Pattern FOLDER = Pattern.compile("(\\d\\d)-([a-z0-9]+(?:-[a-z0-9]+)*)");

  private static final int MOST_MINUTES = 600;

  private final Learner learner;
  private final Faults faults;

  /**
   * A reader for one learner.
   *
   * @param faults told every fault, with its line
   */
  public StageReader(Learner learner, Faults faults) {
    this.learner = learner;
    this.faults = faults;
  }

  /** The stage of a folder; empty where it cannot be read at all, which is then a fault. */
  public Optional<Stage> read(Path folder) {
    var shown = "exercises/" + folder.getFileName() + "/stage.yaml";
    return new YamlFile(shown, faults)
        .read(folder.resolve("stage.yaml"))
        .map(entries -> stage(folder, shown, entries));
  }

  private Stage stage(Path folder, String shown, YamlNode.Entries entries) {
    var incident = incident(entries);
    var variation = learner.variation(incident);
    var numbers = Numbers.of(variation, learner);
    var fields = new Fields(entries, new Fields.Context(shown, faults, numbers), "a stage");
    fields.whole("format", 1, 1);
    if (fields.has("variation")) {
      fields.oneOf("variation", Set.of(Incident.NIGHT.label(), Incident.CAPACITY.label()));
    }
    var references = new References(shown, faults);
    var loads = new LoadReader(references);
    var name = FOLDER.matcher(folder.getFileName().toString());
    if (!name.matches()) {
      faults.add(shown, 0, "The folder's name is no stage's.", "Name it like 08-reroute.");
    }
    var allLoads = loads.read(fields);
    var checks = new CheckReader(references, loads).read(fields);
    var help = new HelpReader(references, ClaimHints.claims(folder, checks));
    var hints = new ArrayList<>(help.hints(fields));
    hints.addAll(new ClaimHints(references).of(folder, checks));
    var stage =
        new Stage(
            folder,
            name.matches() ? name.group(1) : "00",
            name.matches() ? name.group(2) : folder.getFileName().toString(),
            fields.text("title"),
            Duration.ofMinutes(fields.whole("minutes", 1, MOST_MINUTES)),
            needs(fields, references),
            fields.texts("tracks"),
            owned(fields, folder.getFileName().toString()),
            incident,
            variation,
            numbers,
            fields.each("predictions", "a prediction").stream()
                .map(one -> prediction(one, references))
                .toList(),
            fields.each("questions", "a question").stream()
                .map(one -> question(one, references))
                .toList(),
            allLoads,
            checks,
            hints,
            help.misconceptions(fields),
            help.right(fields),
            help.wrong(fields),
            references.lines());
    fields.done();
    references.resolve();
    return stage;
  }

  /** Read before all else, because every number depends on it. */
  private static Incident incident(YamlNode.Entries entries) {
    return entries.values().get("variation") instanceof YamlNode.Text(_, var word)
            && word.equals(Incident.CAPACITY.label())
        ? Incident.CAPACITY
        : Incident.NIGHT;
  }

  /** Which stages there are is known only once all are read. */
  private static List<String> needs(Fields fields, References references) {
    var lines = fields.textLines("needs");
    lines.forEach((number, line) -> references.give(Of.NEEDED_STAGE, number, line));
    return List.copyOf(lines.keySet());
  }

  private static List<OwnedFile> owned(Fields fields, String id) {
    var lines = fields.textLines("owns");
    lines.forEach((path, line) -> {
      boolean foreign = path.startsWith("exercises/") && !path.startsWith("exercises/" + id + "/");
      if (path.startsWith("/")
          || path.contains("\\")
          || List.of(path.split("/", -1)).contains("..")
          || foreign) {
        fields.fault(
            line,
            "'" + path + "' is no file that this stage can own.",
            "Name a file from the checkout's root, such as nginx/nginx.conf or exercises/"
                + id
                + "/answers.yaml.");
      }
    });
    return lines.keySet().stream().map(path -> new OwnedFile(path, id)).toList();
  }

  private static Prediction prediction(Fields fields, References references) {
    var id = fields.text("id");
    references.give(Of.PREDICTION, id, fields.line("id"));
    var one =
        new Prediction(
            id,
            fields.text("ask"),
            fields.text("unit"),
            fields.number("truth", -Double.MAX_VALUE, Double.MAX_VALUE),
            fields.optionalText("because"));
    fields.done();
    return one;
  }

  private static Question question(Fields fields, References references) {
    var id = fields.text("id");
    references.give(Of.QUESTION, id, fields.line("id"));
    var ask = fields.text("ask");
    var options = fields.textsByName("choices", "the choices");
    Expected expected;
    if (options.isEmpty()) {
      double value = fields.number("answer", -Double.MAX_VALUE, Double.MAX_VALUE);
      double tolerance = fields.optionalNumber("tolerance", 0, 1).orElse(0.0);
      expected = new Expected.Quantity(value, fields.optionalText("unit").orElse(""), tolerance);
    } else {
      expected = new Expected.Choice(options, fields.oneOf("answer", options.keySet()));
    }
    fields.done();
    return new Question(id, ask, options, expected);
  }
}
