package lab.check.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    var headlines = new ArrayList<String>();
    var missing = new ArrayList<String>();
    var silent = new ArrayList<String>();
    var bad = new ArrayList<Proof>();
    var failing = new LinkedHashSet<String>();
    var figures = new LinkedHashMap<String, Double>();
    var signs = new TreeSet<String>();
    int answers = 0;
    for (var route : kind.routes()) {
      var proofs = new LinkedHashMap<Sample, Proof>();
      arm.samples().stream()
          .filter(sample -> sample.route().equals(route) && sample.outcome() == Outcome.OK)
          .forEach(sample -> proofs.put(sample, proof(sample)));
      headlines.add(route + " " + counts(proofs.values()));
      figures.put(route, (double) proofs.size());
      answers += proofs.size();
      if (proofs.isEmpty()) {
        silent.add("no answer from " + route);
        missing.add(route + ": no request was answered");
        failing.add(route);
        signs.add(Signs.NOT_PROVED);
      }
      for (var entry : proofs.entrySet()) {
        var fault = fault(entry.getValue());
        if (fault.isPresent()) {
          missing.add(route + ", request " + entry.getKey().nonce() + ": " + fault.get().why());
          bad.add(entry.getValue());
          failing.add(route);
          signs.add(fault.get().sign());
        }
      }
    }
    // Other checks judge a part of the load: without these words their counts seem to disagree.
    var headline = "whole load: " + String.join("; ", headlines);
    if (missing.isEmpty()) {
      return Results.of(spec, Verdict.PASS, headline, Optional.empty(), List.of(), figures);
    }
    return Results.of(
        spec,
        Verdict.FAIL,
        headline,
        Optional.of(reason(missing, saw(silent, bad, answers), why(silent, bad), failing)),
        List.copyOf(signs),
        figures);
  }

  /** What speaks against an answer; empty where nothing does. */
  private static Optional<Proof.Missing> fault(Proof proof) {
    return switch (proof) {
      case Proof.Missing missing -> Optional.of(missing);
      case Proof.Elsewhere(var proved) ->
          Optional.of(new Proof.Missing("answered " + words(proved), Signs.OTHER_MODE));
      case Proof.Fresh _, Proof.Cached _ -> Optional.empty();
    };
  }

  private static String saw(List<String> silent, List<Proof> bad, int answers) {
    var parts = new ArrayList<>(silent);
    if (!bad.isEmpty()) {
      parts.add("of " + answers + " answers, " + counts(bad));
    }
    return String.join("; ", parts);
  }

  private String why(List<String> silent, List<Proof> bad) {
    return silent.isEmpty() && bad.stream().allMatch(Proof.Elsewhere.class::isInstance)
        ? "They are real answers, but this check asks for those of " + modes() + "."
        : "People came for what the application knows; an answer that it never gave is worth nothing to them.";
  }

  private Reason reason(List<String> missing, String saw, String why, Set<String> failing) {
    var proof = new ArrayList<>(missing.subList(0, Math.min(SHOWN, missing.size())));
    if (missing.size() > SHOWN) {
      proof.add("and " + (missing.size() - SHOWN) + " more");
    }
    return new Reason(
        "every answer given by the application" + (kind.modes().isEmpty() ? "" : " in " + modes()),
        saw,
        proof,
        why,
        failing.stream().map(route -> "lab nginx explain " + route + " --real").toList());
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
