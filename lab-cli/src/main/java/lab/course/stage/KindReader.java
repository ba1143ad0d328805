package lab.course.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckKind.RunRecorded.Shows;
import lab.check.spec.CheckKind.Window;
import lab.check.spec.Slo;
import lab.course.stage.References.Of;
import lab.course.yaml.Fields;
import lab.problem.Nearest;

/** Reads how a check is judged: its kind and the parameters of that kind. */
final class KindReader {
  private static final double DAY = 86_400;

  /** The shape of a kind's name. */
  private static final Pattern WORD = Pattern.compile("[a-z]+(?:-[a-z]+)*");

  private final References references;
  private final LoadReader loads;

  KindReader(References references, LoadReader loads) {
    this.references = references;
    this.loads = loads;
  }

  /** The kind; empty where it is faulty, which is then told. */
  Optional<CheckKind> read(Fields fields) {
    var kind = fields.text("kind");
    if (isOfALaterVersion(kind)) {
      return Optional.of(new CheckKind.NotInThisVersion(kind));
    }
    if (!kind.isEmpty()) {
      fields.demandOneOf(fields.line("kind"), "kind", kind, Vocabulary.KINDS);
    }
    try {
      return switch (kind) {
        case "nginx-loads" -> Optional.of(new CheckKind.NginxLoads());
        case "prediction" -> Optional.of(prediction(fields));
        case "run-recorded" -> Optional.of(runRecorded(fields));
        case "answer" -> Optional.of(new CheckKind.Answer(use(fields, "question", Of.QUESTION)));
        case "findings" ->
            Optional.of(
                new CheckKind.Findings(
                    fields.oneOf("section", Vocabulary.SECTIONS), fields.text("rubric")));
        case "snippet" ->
            Optional.of(new CheckKind.Snippet(fields.text("file"), fields.text("spec")));
        case "traffic" -> Optional.of(traffic(fields));
        case "served-by" -> Optional.of(servedBy(fields, kind));
        case "causality" ->
            Optional.of(
                new CheckKind.Causality(use(fields, "load", Of.LOAD), routes(fields, kind)));
        case "capacity-plan" -> Optional.of(capacityPlan(fields));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      fields.fault(fields.line(), e.getMessage() + ".", "Correct the parameters of this check.");
      return Optional.empty();
    }
  }

  /**
   * A stage may be newer than the lab that reads it. A word that is nearly one of ours is a slip of
   * the pen all the same.
   */
  private static boolean isOfALaterVersion(String kind) {
    return WORD.matcher(kind).matches()
        && !Vocabulary.KINDS.contains(kind)
        && Nearest.of(kind, Vocabulary.KINDS).isEmpty();
  }

  private CheckKind prediction(Fields fields) {
    return new CheckKind.Prediction(use(fields, "prediction", Of.PREDICTION), before(fields));
  }

  /** The run that a prediction comes before: a scenario, or keys where its upstream matters. */
  private static Optional<AskedRun> before(Fields fields) {
    if (fields.holdsKeys("before")) {
      return fields.within("before", "a run").map(KindReader::asked);
    }
    var scenario = fields.optionalText("before");
    scenario.ifPresent(word ->
        fields.demandOneOf(fields.line("before"), "before", word, Vocabulary.SCENARIOS.keySet()));
    return scenario.map(word -> new AskedRun(word, AskedRun.AS_IS, false));
  }

  private static AskedRun asked(Fields fields) {
    var scenario = fields.oneOf("scenario", Vocabulary.SCENARIOS.keySet());
    var upstream = fields.oneOf("upstream", Vocabulary.UPSTREAMS);
    boolean blockingFeed = fields.flag("blocking-feed");
    fields.done();
    return new AskedRun(scenario, upstream, blockingFeed);
  }

  private static CheckKind runRecorded(Fields fields) {
    var scenario = fields.oneOf("scenario", Vocabulary.SCENARIOS.keySet());
    var upstreams = words(fields, "upstreams", Vocabulary.UPSTREAMS);
    double least = fields.optionalNumber("min-seconds", 0, DAY).orElse(0.0);
    var shows = fields.within("shows", "what a run shows").map(inner -> shows(inner, scenario));
    return new CheckKind.RunRecorded(
        scenario,
        upstreams.isEmpty() ? List.of(AskedRun.AS_IS) : upstreams,
        least,
        fields.flag("blocking-feed"),
        shows);
  }

  private static Shows shows(Fields fields, String scenario) {
    var lane = fields.oneOf("lane", Vocabulary.SCENARIOS.getOrDefault(scenario, Set.of()));
    var failed = fields.optionalNumber("failed-share", 0, 1);
    var ok = fields.optionalNumber("ok-share", 0, 1);
    if (failed.isEmpty() && ok.isEmpty()) {
      fields.fault(
          fields.line(), "'shows' asks for nothing.", "Add failed-share or ok-share, 0 to 1.");
    }
    fields.done();
    return new Shows(lane, failed, ok);
  }

  private CheckKind traffic(Fields fields) {
    var load = use(fields, "load", Of.LOAD);
    var lane = fields.text("lane");
    var facts = loads.factsOf(load);
    facts
        .filter(_ -> !lane.isEmpty())
        .ifPresent(known -> fields.demandOneOf(fields.line("lane"), "lane", lane, known.lanes()));
    var from = fields.optionalNumber("from", 0, DAY);
    var to = fields.optionalNumber("to", 0, DAY);
    if (from.isPresent() != to.isPresent()) {
      fields.fault(fields.line(), "A window has 'from' and 'to'.", "Give both, or neither.");
    }
    var window = from.flatMap(start -> to.map(end -> new Window(start, end)));
    to.filter(end -> facts.filter(known -> end > known.seconds()).isPresent())
        .ifPresent(_ ->
            fields.fault(
                fields.line("to"),
                "The window ends after the load '" + load + "' does.",
                "End it with the load, or make the load longer."));
    boolean control = facts.map(LoadReader.Facts::control).orElse(true);
    var slo = fields.within("slo", "an SLO").map(inner -> slo(inner, control));
    if (slo.isEmpty() && !fields.has("slo")) {
      fields.fault(
          fields.line(),
          "'slo' is missing from a check of kind traffic.",
          "Add: slo: {ok-share: 0.99}");
    }
    return new CheckKind.Traffic(load, lane, window, slo.orElseThrow(KindReader::noSlo));
  }

  private static IllegalArgumentException noSlo() {
    return new IllegalArgumentException("a traffic check has an slo");
  }

  private static Slo slo(Fields fields, boolean control) {
    var okShare = fields.optionalNumber("ok-share", 0, 1);
    var tailRatio = fields.optionalNumber("tail-ratio", 0, DAY);
    var within = fields.optionalSpan("within").map(span -> span.toMillis() / 1000.0);
    var answered = fields.optionalNumber("answered-share", 0, 1);
    var live = fields.optionalNumber("live-share", 0, 1);
    var ticks = fields.optionalNumber("tick-share", 0, 1);
    var held = fields.optionalNumber("held-share", 0, 1);
    fields.done();
    var slo = new Slo(okShare, tailRatio, within, answered, live, ticks, held);
    if (slo.needsControl() && !control) {
      var key = tailRatio.isPresent() ? "tail-ratio" : "held-share";
      fields.fault(
          fields.line(key),
          "'" + key + "' is held against a control, and the load plays none.",
          "Add to the load: control: true");
    }
    return slo;
  }

  private CheckKind servedBy(Fields fields, String kind) {
    var load = use(fields, "load", Of.LOAD);
    var routes = routes(fields, kind);
    double fresh =
        fields.optionalSpan("freshness").map(span -> span.toMillis() / 1000.0).orElse(2.0);
    return new CheckKind.ServedBy(load, routes, fresh, words(fields, "modes", Vocabulary.MODES));
  }

  private static List<String> routes(Fields fields, String kind) {
    var routes = words(fields, "routes", Vocabulary.ROUTES);
    if (routes.isEmpty()) {
      fields.fault(
          fields.line("routes"),
          "'routes' is missing from a check of kind " + kind + ".",
          "Add: routes: [/check_feed]");
    }
    return routes;
  }

  private CheckKind capacityPlan(Fields fields) {
    var load = use(fields, "load", Of.LOAD);
    double slack = fields.number("slack", 0, 1);
    var cost = fields.within("cost", "the cost of slots");
    double worker = cost.map(inner -> inner.number("worker-mb", 0, 10_000)).orElse(0.0);
    double thread = cost.map(inner -> inner.number("thread-mb", 0, 10_000)).orElse(0.0);
    cost.ifPresent(Fields::done);
    if (cost.isEmpty()) {
      fields.fault(
          fields.line(),
          "'cost' is missing from a check of kind capacity-plan.",
          "Add: cost: {worker-mb: 60, thread-mb: 1}");
    }
    return new CheckKind.CapacityPlan(load, slack, worker, thread);
  }

  private String use(Fields fields, String key, Of of) {
    var name = fields.text(key);
    references.use(of, name, fields.line(key));
    return name;
  }

  private static List<String> words(Fields fields, String key, Set<String> known) {
    var lines = fields.textLines(key);
    lines.forEach((word, line) -> fields.demandOneOf(line, key, word, known));
    return List.copyOf(lines.keySet());
  }
}
