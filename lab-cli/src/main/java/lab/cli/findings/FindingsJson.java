package lab.cli.findings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lab.findings.figures.FigureState;
import lab.findings.figures.RecordedRun;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grade;
import lab.findings.judge.Part;

/** A graded write-up as one JSON object. */
public final class FindingsJson {
  private FindingsJson() {}

  public static Map<String, Object> of(Report report) {
    var grade = report.whole().grade();
    var all = new LinkedHashMap<String, Object>();
    all.put("schema", "lab/findings/1");
    all.put("file", report.file());
    all.put("rubric", grade.rubric());
    grade.gate().ifPresent(gate -> all.put("gate", Map.of("id", gate, "message", gate.message())));
    all.put("passing", report.whole().passing());
    all.put("points", report.whole().points());
    all.put("stages", report.parts().stream().map(FindingsJson::part).toList());
    all.put("misconceptions", grade.misconceptions().stream().map(FindingsJson::held).toList());
    all.put("criteria", report.whole().criteria().stream().map(FindingsJson::criterion).toList());
    all.put("figures", grade.figures().stream().map(FindingsJson::figure).toList());
    all.put("ignored", grade.ignored());
    all.put("opinions", report.opinions());
    Changes.since(report).ifPresent(words -> all.put("sinceLastCheck", words));
    return all;
  }

  private static Map<String, Object> part(Part part) {
    var one = new LinkedHashMap<String, Object>();
    one.put("stage", part.stage());
    one.put("begun", part.begun());
    one.put("passing", part.outcome().passing());
    one.put("points", part.outcome().points());
    one.put(
        "contradictions",
        part.outcome().contradictions().stream().map(CriterionGrade::id).toList());
    return one;
  }

  private static Map<String, Object> held(Grade.Held held) {
    var one = new LinkedHashMap<String, Object>();
    one.put("id", held.id());
    one.put("title", held.title());
    one.put("say", held.say());
    one.put("quote", held.quote());
    one.put("see", "./lab " + held.see());
    held.refuting().map(RecordedRun::run).ifPresent(run -> one.put("refutedBy", run));
    return one;
  }

  private static Map<String, Object> criterion(CriterionGrade criterion) {
    var one = new LinkedHashMap<String, Object>();
    one.put("id", criterion.id());
    one.put("title", criterion.title());
    one.put("level", criterion.level());
    one.put("confidence", criterion.confidence());
    one.put("quotes", criterion.quotes());
    one.put("against", criterion.against());
    one.put("missing", criterion.missing());
    one.put("answered", criterion.answered());
    criterion.look().ifPresent(why -> one.put("look", why));
    return one;
  }

  private static Map<String, Object> figure(FigureState state) {
    var figure = state.figure();
    var one = new LinkedHashMap<String, Object>();
    one.put("kind", figure.kind());
    one.put("value", figure.value());
    one.put("total", figure.total());
    one.put("start", figure.start());
    one.put("end", figure.end());
    one.put("verdict", state.verdict());
    one.put("words", state.words());
    one.put("cited", state.isCited());
    put(one, "run", state.run().map(RecordedRun::run));
    put(one, "phase", state.phase());
    put(one, "route", figure.route());
    return one;
  }

  private static void put(Map<String, Object> into, String name, Optional<String> value) {
    value.ifPresent(text -> into.put(name, text));
  }
}
