package lab.course.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lab.check.spec.LoadSpec;
import lab.check.spec.LoadSpec.FaultSpec;
import lab.check.spec.LoadSpec.LaneSpec;
import lab.course.yaml.Fields;

/** Reads the loads of a stage. */
final class LoadReader {
  private static final double MOST_SECONDS = 600;
  private static final double MOST_PER_SECOND = 1000;
  private static final int MOST_STREAMS = 1000;

  private final References references;
  private final Map<String, Facts> facts = new HashMap<>();

  /**
   * What checks must know of a load.
   *
   * @param lanes their names
   * @param seconds its length
   * @param control whether there is one to compare with
   */
  record Facts(Set<String> lanes, double seconds, boolean control) {
    Facts {
      lanes = Set.copyOf(lanes);
    }
  }

  LoadReader(References references) {
    this.references = references;
  }

  /** What is known of a load; empty where there is none of this name. */
  Optional<Facts> factsOf(String load) {
    return Optional.ofNullable(facts.get(load));
  }

  List<LoadSpec> read(Fields stage) {
    return stage.named("loads", "a load").entrySet().stream()
        .flatMap(entry -> load(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private Optional<LoadSpec> load(String id, Fields fields) {
    references.give(References.Of.LOAD, id, fields.line());
    var scenario = fields.optionalText("scenario");
    scenario.ifPresent(word ->
        fields.demandOneOf(
            fields.line("scenario"), "scenario", word, Vocabulary.SCENARIOS.keySet()));
    var given =
        fields.each("lanes", "a lane").stream().flatMap(lane -> lane(lane).stream()).toList();
    var lanes =
        scenario
            .map(word -> Vocabulary.SCENARIOS.getOrDefault(word, Set.of()))
            .orElseGet(() -> given.stream().map(LaneSpec::name).collect(Collectors.toSet()));
    double seconds = fields.number("seconds", 1, MOST_SECONDS);
    var probes = fields.optionalNumber("probes-per-second", 0.01, MOST_PER_SECOND);
    boolean control = fields.flag("control");
    facts.put(id, new Facts(lanes, seconds, control));
    var faults =
        fields.each("faults", "a fault of the feed").stream()
            .map(fault -> fault(fault, seconds))
            .toList();
    fields.done();
    try {
      return Optional.of(new LoadSpec(id, scenario, given, probes, seconds, control, faults));
    } catch (IllegalArgumentException e) {
      fields.fault(
          fields.line(), e.getMessage() + ".", "Write scenario: incident, or lanes: [...].");
      return Optional.empty();
    }
  }

  private static Optional<LaneSpec> lane(Fields fields) {
    var name = fields.text("name");
    var route = fields.oneOf("route", Vocabulary.ROUTES);
    var perSecond = fields.optionalNumber("per-second", 0.01, MOST_PER_SECOND);
    var streams = fields.optionalWhole("streams", 1, MOST_STREAMS);
    fields.done();
    try {
      return Optional.of(new LaneSpec(name, route, perSecond, streams));
    } catch (IllegalArgumentException e) {
      fields.fault(fields.line(), e.getMessage() + ".", "Give it one of the two.");
      return Optional.empty();
    }
  }

  private static FaultSpec fault(Fields fields, double seconds) {
    var fault =
        new FaultSpec(fields.number("at", 0, seconds), fields.oneOf("feed", Vocabulary.FAULTS));
    fields.done();
    return fault;
  }
}
