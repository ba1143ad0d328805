package lab.cli.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult.Reason;
import lab.check.Excerpt;
import lab.screen.Ink;
import lab.screen.SourceExcerpt;
import lab.screen.Wrap;

/** Why checks do not simply hold, as lines; what was said of one is not said again of the next. */
final class ReasonText {
  private static final int INDENT = 8;
  private static final int LABEL = 8;

  private final Ink ink;
  private final int columns;
  private final Map<Reason, String> reasons = new HashMap<>();
  private final Map<String, String> sentences = new HashMap<>();

  ReasonText(Ink ink, int columns) {
    this.ink = ink;
    this.columns = columns;
  }

  /** The reason of a check, in the order in which the checks are shown. */
  List<String> of(String check, Reason reason) {
    var before = Optional.ofNullable(reasons.putIfAbsent(reason, check));
    if (before.isPresent()) {
      return List.of(" ".repeat(INDENT) + "for the same reason as " + before.get());
    }
    var lines = new ArrayList<String>();
    lines.addAll(labelled("wanted", reason.wanted(), INDENT));
    lines.addAll(labelled("saw", reason.saw(), INDENT));
    var elsewhere = new LinkedHashSet<String>();
    for (int at = 0; at < reason.proof().size(); at++) {
      var proof = reason.proof().get(at);
      var said = firstSaid(proof, check);
      said.ifPresent(elsewhere::add);
      if (said.isEmpty()) {
        lines.addAll(labelled("proof", proof, INDENT));
        reason.excerpts().stream().skip(at).limit(1).map(this::excerpt).forEach(lines::addAll);
      }
    }
    if (!elsewhere.isEmpty()) {
      lines.addAll(labelled("proof", asFor(elsewhere), INDENT));
    }
    if (!reason.why().isEmpty()) {
      var why = firstSaid(reason.why(), check);
      if (why.isEmpty()) {
        lines.addAll(labelled("why", reason.why(), INDENT));
      } else if (!elsewhere.contains(why.get())) {
        lines.addAll(labelled("why", asFor(List.of(why.get())), INDENT));
      }
    }
    reason.again().stream()
        .filter(again -> firstSaid(again, check).isEmpty())
        .forEach(again -> lines.addAll(labelled("again", again, INDENT)));
    return lines;
  }

  /** A label, and a text beside it that is wrapped to the screen. */
  List<String> labelled(String label, String text, int indent) {
    var lines = new ArrayList<String>();
    for (var line : Wrap.lines(text, columns - indent - LABEL)) {
      var head = lines.isEmpty() ? label : "";
      lines.add(" ".repeat(indent) + ink.faint(head + " ".repeat(LABEL - head.length())) + line);
    }
    return lines;
  }

  /** The line that a proof speaks of, with a caret, below the proof. */
  private List<String> excerpt(Excerpt of) {
    int indent = INDENT + LABEL;
    int gutter = String.valueOf(of.line()).length();
    return new SourceExcerpt(of.line(), of.before(), of.part(), of.after())
        .lines(gutter, columns - indent, ink).stream()
            .map(line -> " ".repeat(indent) + line)
            .toList();
  }

  /** The check of which a sentence was said before; empty when this is the first time. */
  private Optional<String> firstSaid(String sentence, String check) {
    return Optional.ofNullable(sentences.putIfAbsent(sentence, check));
  }

  private static String asFor(Iterable<String> checks) {
    return "as said above of " + String.join(", ", checks);
  }
}
