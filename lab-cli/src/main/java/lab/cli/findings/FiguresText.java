package lab.cli.findings;

import java.util.List;
import lab.findings.figures.FigureState;
import lab.findings.figures.FigureState.Verdict;
import lab.screen.Ink;

/**
 * Shows every figure of a write-up beside the run that it comes from.
 *
 * @param ink colours, or none
 * @param width columns of the screen
 */
record FiguresText(Ink ink, int width) {
  private static final int MOST = 30;

  void add(List<String> lines, Report report) {
    var figures = report.whole().grade().figures();
    if (figures.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        ink.strong("Figures") + ink.faint("   held against " + report.runs() + " recorded runs"));
    for (var state : figures.subList(0, Math.min(MOST, figures.size()))) {
      var figure = state.figure();
      var stated = report.text().substring(figure.start(), figure.end()).replaceAll("\\s+", " ");
      var lead = "  line %-4d %-16s ".formatted(line(report.text(), figure.start()), stated);
      lines.addAll(new Paragraphs(width).hanging(lead, words(state)));
    }
    if (figures.size() > MOST) {
      lines.add("  and " + (figures.size() - MOST) + " more; --json has them all");
    }
  }

  private String words(FigureState state) {
    var words =
        switch (state.verdict()) {
          case MATCHES -> ink.good(state.words());
          case CLOSE, NO_SUCH_RUN, NOT_COUNTED -> ink.warn(state.words());
          case CONTRADICTS, EXCHANGED -> ink.bad(state.words());
        };
    boolean uncited = state.verdict() == Verdict.MATCHES && !state.isCited();
    return uncited ? words + ink.faint("  uncited") : words;
  }

  private static long line(String text, int offset) {
    return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
