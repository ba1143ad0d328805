package lab.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.nginx.syntax.ByteText;
import lab.run.real.Observed;
import lab.run.real.RealAnswers;
import lab.run.real.RealAnswers.Compared;
import lab.screen.Ink;

/** The real nginx's answer, as it stands beside the static one. */
public final class RealExplained {
  private RealExplained() {}

  /** The member {@code real} of {@code schema/nginx-explain.schema.json}. */
  public static Map<String, Object> json(Compared compared) {
    var observed = compared.observed();
    var object = new LinkedHashMap<String, Object>();
    observed
        .mark()
        .ifPresent(mark -> {
          object.put("server", mark.server());
          object.put(
              "location",
              mark.location()
                  .map(place -> ExplainJson.place(place.at(), place.text()))
                  .orElse(null));
        });
    observed.visited().ifPresent(names -> object.put("visited", decoded(names)));
    observed.answer().ifPresent(answer -> object.put("status", answer.status()));
    observed.seen().ifPresent(seen -> object.put("upstream", seen.address()));
    object.put("differences", decoded(compared.differences()));
    return object;
  }

  /** Lines under a static explanation. */
  public static List<String> text(Compared compared, Ink ink) {
    var lines = new ArrayList<String>();
    lines.add("  real nginx     " + answered(compared.observed()));
    RealAnswers.upstream(compared.observed())
        .ifPresent(line -> lines.add("                 " + ByteText.decode(line)));
    if (compared.differences().isEmpty()) {
      lines.add(ink.good("                 both say the same"));
    }
    for (var difference : compared.differences()) {
      lines.add(ink.bad("  differs        " + ByteText.decode(difference)));
    }
    return lines;
  }

  private static String answered(Observed observed) {
    if (observed.answer().isEmpty()) {
      return "nothing listens";
    }
    int status = observed.answer().get().status();
    var said = status == 0 ? "closes the connection" : "answers " + status;
    return observed
        .mark()
        .map(mark ->
            said
                + ", from "
                + mark.location()
                    .map(place -> "\"" + ByteText.decode(place.text()) + "\" at " + place.at())
                    .orElse("the server at " + mark.server()))
        .orElse(said);
  }

  private static List<String> decoded(List<String> texts) {
    return texts.stream().map(ByteText::decode).toList();
  }
}
