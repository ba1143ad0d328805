package lab.check.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Passage;
import lab.check.evidence.Service;
import lab.check.spec.CheckKind.ServedBy;
import lab.check.spec.CheckSpec;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;

/**
 * Who gave each answer, and to what? Three witnesses must agree: the nonce that came back, nginx's
 * log of whom it asked, and the server's own account, on a channel that nginx cannot reach, of what
 * it was asked for: {@code proxy_pass http://sync/;} turns every route into the title.
 */
public final class ServedByJudge {
  private static final int SHOWN = 3;

  private final ServedBy kind;
  private final Arm arm;
  private final Map<String, Service> services;
  private final Map<String, Passage> passages;
  private final Map<String, Sample> samples;

  /** What is known of one answer. */
  private sealed interface Proof {
    record Fresh(String mode) implements Proof {}

    record Cached(String mode) implements Proof {}

    /** As real as any, but of a mode that the check does not ask for. */
    record Elsewhere(Proof proved) implements Proof {}

    record Missing(String why, String sign) implements Proof {}
  }

  /**
   * What speaks against a route.
   *
   * @param answer the one that it is about; empty where the route gave none
   */
  private record Fault(String route, Optional<Proof> answer, String what, String sign) {
    String line() {
      return route + (answer.isEmpty() ? ": " : ", ") + what;
    }
  }

  private ServedByJudge(ServedBy kind, Arm arm) {
    this.kind = kind;
    this.arm = arm;
    this.services = byNonce(arm.services(), Service::request);
    this.passages = byNonce(arm.passages(), Passage::request);
    this.samples = byNonce(arm.samples(), Sample::nonce);
  }

  /** Judges the learner's arm. */
  public static CheckResult judge(CheckSpec spec, ServedBy kind, Arm arm) {
    return new ServedByJudge(kind, arm).result(spec);
  }

  private CheckResult result(CheckSpec spec) {
    var answers = new LinkedHashMap<String, Map<Sample, Proof>>();
    kind.routes().forEach(route -> answers.put(route, proofs(route)));
    // Other checks judge a part of the load: without these words their counts seem to disagree.
    var headline =
        answers.entrySet().stream()
            .map(route -> route.getKey() + " " + counts(route.getValue().values()))
            .collect(Collectors.joining("; ", "whole load: ", ""));
    var figures = new LinkedHashMap<String, Double>();
    answers.forEach((route, proofs) -> figures.put(route, (double) proofs.size()));
    var faults =
        answers.entrySet().stream()
            .flatMap(route -> faults(route.getKey(), route.getValue()))
            .toList();
    if (faults.isEmpty()) {
      return Results.of(spec, Verdict.PASS, headline, Optional.empty(), List.of(), figures);
    }
    int all = answers.values().stream().mapToInt(Map::size).sum();
    return Results.of(
        spec,
        Verdict.FAIL,
        headline,
        Optional.of(reason(faults, all)),
        faults.stream().map(Fault::sign).distinct().sorted().toList(),
        figures);
  }

  /** Every answer that a route gave, and what is known of it. */
  private Map<Sample, Proof> proofs(String route) {
    var proofs = new LinkedHashMap<Sample, Proof>();
    arm.samples().stream()
        .filter(sample -> sample.route().equals(route) && sample.outcome() == Outcome.OK)
        .forEach(sample -> proofs.put(sample, proof(sample)));
    return proofs;
  }

  private static Stream<Fault> faults(String route, Map<Sample, Proof> proofs) {
    if (proofs.isEmpty()) {
      return Stream.of(
          new Fault(route, Optional.empty(), "no request was answered", Signs.NOT_PROVED));
    }
    return proofs.entrySet().stream()
        .flatMap(answer -> fault(route, answer.getKey(), answer.getValue()).stream());
  }

  /** What speaks against an answer; empty where nothing does. */
  private static Optional<Fault> fault(String route, Sample sample, Proof proof) {
    var request = "request " + sample.nonce() + ": ";
    return switch (proof) {
      case Proof.Missing(var why, var sign) ->
          Optional.of(new Fault(route, Optional.of(proof), request + why, sign));
      case Proof.Elsewhere(var proved) ->
          Optional.of(
              new Fault(
                  route,
                  Optional.of(proof),
                  request + "answered " + words(proved),
                  Signs.OTHER_MODE));
      case Proof.Fresh _, Proof.Cached _ -> Optional.empty();
    };
  }

  private Reason reason(List<Fault> faults, int answers) {
    var proof =
        faults.stream()
            .limit(SHOWN)
            .map(Fault::line)
            .collect(Collectors.toCollection(ArrayList::new));
    if (faults.size() > SHOWN) {
      proof.add("and " + (faults.size() - SHOWN) + " more");
    }
    boolean allReal = faults.stream().allMatch(fault -> fault.sign().equals(Signs.OTHER_MODE));
    return new Reason(
        "every answer given by the application" + (kind.modes().isEmpty() ? "" : " in " + modes()),
        saw(faults, answers),
        proof,
        allReal
            ? "They are real answers, but this check asks for those of " + modes() + "."
            : "People came for what the application knows; an answer that it never gave is worth nothing to them.",
        faults.stream()
            .map(Fault::route)
            .distinct()
            .map(route -> "lab nginx explain " + route + " --real")
            .toList());
  }

  private static String saw(List<Fault> faults, int answers) {
    var parts =
        faults.stream()
            .filter(fault -> fault.answer().isEmpty())
            .map(fault -> "no answer from " + fault.route())
            .collect(Collectors.toCollection(ArrayList::new));
    var bad = faults.stream().flatMap(fault -> fault.answer().stream()).toList();
    if (!bad.isEmpty()) {
      parts.add("of " + answers + " answers, " + counts(bad));
    }
    return String.join("; ", parts);
  }

  private String modes() {
    return String.join(" or ", kind.modes());
  }

  private Proof proof(Sample sample) {
    var answer = sample.answer();
    if (!answer.run().equals(Optional.of(arm.nonce()))) {
      return new Proof.Missing("no server of this run signed the answer", Signs.FAKED);
    }
    var signed = answer.nonce().orElse("");
    var service = services.get(signed);
    if (service == null) {
      return new Proof.Missing("no server reports having served " + signed, Signs.FAKED);
    }
    if (!service.route().equals(sample.route())) {
      return new Proof.Missing(
          "%s was asked for %s instead".formatted(service.mode(), service.route()),
          Signs.OTHER_ROUTE);
    }
    var proof =
        signed.equals(sample.nonce())
            ? fresh(signed, service.mode())
            : cached(sample, signed, service);
    return allowed(service.mode()) || proof instanceof Proof.Missing
        ? proof
        : new Proof.Elsewhere(proof);
  }

  private Proof fresh(String nonce, String mode) {
    return asked(nonce, mode)
        ? new Proof.Fresh(mode)
        : new Proof.Missing(
            "nginx does not report having asked " + mode + " for it", Signs.NOT_PROVED);
  }

  private Proof cached(Sample sample, String signed, Service service) {
    if (!samples.containsKey(signed)) {
      return new Proof.Missing("it repeats an answer to nobody of this run", Signs.FAKED);
    }
    long age = sample.moments().end() - service.ended().orElse(service.begun());
    double poll = arm.setting().maxPollSeconds();
    double oldest = kind.oldestSeconds(poll);
    return age <= arm.setting().nanosOf(oldest)
        ? new Proof.Cached(service.mode())
        : new Proof.Missing(
            "from a cache, %s old in real time; it may be %s old: %s, and one poll of up to %s for the next"
                .formatted(
                    Seconds.of(age * arm.setting().speed()),
                    Seconds.ofReal(oldest),
                    Seconds.ofReal(kind.freshnessSeconds()),
                    Seconds.ofReal(poll)),
            Signs.NOT_PROVED);
  }

  private boolean asked(String nonce, String mode) {
    var passage = passages.get(nonce);
    return passage != null
        && passage.upstreams().stream()
            .anyMatch(address -> arm.modeAt(address).filter(mode::equals).isPresent());
  }

  private boolean allowed(String mode) {
    return kind.modes().isEmpty() || kind.modes().contains(mode);
  }

  private static String counts(Collection<Proof> proofs) {
    if (proofs.isEmpty()) {
      return "not answered";
    }
    return proofs.stream()
        .collect(Collectors.groupingBy(ServedByJudge::words, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  /** Answers of one sort, as a person counts them. */
  private static String words(Proof proof) {
    return switch (proof) {
      case Proof.Fresh(var mode) -> "by " + mode;
      case Proof.Cached(var mode) -> "by cache (" + mode + ")";
      case Proof.Elsewhere(var proved) -> words(proved);
      case Proof.Missing _ -> "not proved";
    };
  }

  private static <T> Map<String, T> byNonce(List<T> all, Function<T, String> nonce) {
    return all.stream()
        .filter(one -> !nonce.apply(one).isEmpty())
        .collect(Collectors.toMap(nonce, Function.identity(), (first, _) -> first));
  }
}
