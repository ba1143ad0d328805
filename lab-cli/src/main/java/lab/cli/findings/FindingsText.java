package lab.cli.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grade;
import lab.findings.grade.Quote;
import lab.findings.judge.Outcome;
import lab.findings.judge.Part;
import lab.findings.opinion.Opinion;
import lab.findings.rubric.Criterion;
import lab.screen.Ink;

/**
 * Shows a graded write-up at a terminal: misconceptions first, then each criterion with the words
 * that earned it or a question about what was not found, then figures and points.
 *
 * @param ink colours, or none
 * @param width columns of the screen
 */
public record FindingsText(Ink ink, int width) {
  private static final int QUOTE = 150;
  private static final String SETTLED_BY_A_PERSON =
      "These two seemed to exclude each other; whoever reads them decides.";
  private static final String INDENT = "           ";

  public List<String> of(Report report) {
    var lines = new ArrayList<String>();
    var grade = report.whole().grade();
    lines.add(ink.strong(report.file()) + ink.faint("   rubric " + grade.rubric()));
    grade.gate().ifPresent(gate -> add(lines, "  " + ink.warn("note") + "  ", gate.message()));
    for (var quote : grade.ignored()) {
      add(lines, "  " + ink.warn("ignored") + "  ", at(quote) + ", words to whoever grades");
    }
    grade.misconceptions().forEach(held -> belief(lines, held));
    for (var part : report.parts()) {
      if (part.begun()) {
        part(lines, report, part);
      } else if (!report.isBegun()) {
        asked(lines, part);
      }
    }
    new FiguresText(ink, width).add(lines, report);
    opinions(lines, report);
    Changes.since(report)
        .ifPresent(words -> {
          lines.add("");
          add(lines, "  " + ink.strong("Since the last check") + "  ", words);
        });
    lines.add("");
    report.parts().forEach(part -> verdict(lines, report, part));
    return lines;
  }

  private void belief(List<String> lines, Grade.Held held) {
    lines.add("");
    add(lines, "  " + ink.bad(held.id()) + "  ", "You seem to believe: " + held.title() + ".");
    add(lines, "      ", at(held.quote()));
    add(lines, "      ", held.say());
    held.refuting()
        .ifPresentOrElse(
            run ->
                add(
                    lines,
                    "      " + ink.name(run.run()) + "  ",
                    "your own run: %d of %d answered well on %s (%s)"
                        .formatted(run.ok(), run.sent(), run.route(), run.phase())),
            () -> add(lines, "      see it  ", ink.name("./lab " + held.see())));
  }

  private void part(List<String> lines, Report report, Part part) {
    lines.add("");
    lines.add(ink.strong(part.heading()));
    part.outcome().criteria().forEach(criterion -> criterion(lines, report, criterion));
  }

  /** What a section asks for, while nothing stands in it. */
  private void asked(List<String> lines, Part part) {
    lines.add("");
    lines.add(ink.strong(part.heading()));
    part.outcome().criteria().forEach(each -> add(lines, "  " + each.id() + "  ", each.title()));
  }

  private void criterion(List<String> lines, Report report, CriterionGrade criterion) {
    add(lines, "  " + mark(criterion) + "  " + criterion.id() + "  ", criterion.title());
    criterion.look().ifPresent(why -> add(lines, INDENT, ink.warn("a person should look: ") + why));
    quotes(criterion).forEach(quote -> add(lines, INDENT, at(quote)));
    if (criterion.isContradicted()) {
      var quote = criterion.against().getFirst();
      add(lines, INDENT + ink.bad("but "), at(quote));
      add(lines, INDENT, criterion.isOpen() ? SETTLED_BY_A_PERSON : excluded(criterion, quote));
    } else if (criterion.quotes().isEmpty() && !criterion.against().isEmpty()) {
      add(lines, INDENT + ink.bad("not so "), at(criterion.against().getFirst()));
    }
    if (criterion.answered()) {
      add(lines, INDENT, "earned by your answer to its question");
    } else if (criterion.level() == 0 && criterion.quotes().isEmpty() && !criterion.isOpen()) {
      lines.add(INDENT + "I did not find this.");
    }
    if (!criterion.isOpen()) {
      criterion.missing().forEach(question -> add(lines, INDENT + "?  ", question));
    }
    ask(report, criterion)
        .ifPresent(ask -> {
          add(lines, INDENT + "or answer, for one point:  ", ask.text());
          lines.add(INDENT + ink.name("./lab findings answer " + criterion.id() + " ..."));
        });
  }

  private String excluded(CriterionGrade criterion, Quote quote) {
    return "These two exclude each other: change one of them. If I misread you: "
        + ink.name("./lab findings dispute %s --line %d".formatted(criterion.id(), quote.line()));
  }

  private static Optional<Criterion.Question> ask(Report report, CriterionGrade criterion) {
    boolean wants = criterion.level() == 0 && !criterion.isOpen() && report.isBegun();
    return wants
        ? report.rubric().criterion(criterion.id()).ask().filter(q -> !q.answers().isEmpty())
        : Optional.empty();
  }

  private String mark(CriterionGrade criterion) {
    if (criterion.isOpen()) {
      return ink.warn("look");
    }
    var level = criterion.level() + "/2 ";
    return switch (criterion.level()) {
      case 2 -> ink.good(level);
      case 1 -> criterion.isContradicted() ? ink.bad(level) : ink.strong(level);
      default -> ink.faint(level);
    };
  }

  private static List<Quote> quotes(CriterionGrade criterion) {
    var lines = new ArrayList<Quote>();
    for (var quote : criterion.quotes()) {
      if (lines.stream().noneMatch(seen -> seen.line() == quote.line())) {
        lines.add(quote);
      }
    }
    return lines.size() > 2 ? lines.subList(0, 2) : lines;
  }

  private static String at(Quote quote) {
    var text = quote.text();
    var shown = text.length() <= QUOTE ? text : text.substring(0, QUOTE) + " ...";
    return "line " + quote.line() + ": \"" + shown + "\"";
  }

  private void opinions(List<String> lines, Report report) {
    if (report.opinions().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(ink.strong("Second reader") + ink.faint("   can ask a person to look, no more"));
    for (var opinion : report.opinions()) {
      switch (opinion) {
        case Opinion.Given(var criterion, var level, var quote) ->
            add(lines, "  " + criterion + "  ", "gives " + level + " for \"" + quote + "\"");
        case Opinion.Rejected(var criterion, var why) ->
            add(lines, "  " + criterion + "  ", "void: " + why);
      }
    }
  }

  private void verdict(List<String> lines, Report report, Part part) {
    var lead = "  %-14s ".formatted(part.heading());
    if (!part.begun() && report.isBegun()) {
      lines.add(lead + ink.faint("nothing written yet"));
      return;
    }
    var points = part.outcome().points();
    var range =
        points.open() == 0
            ? Integer.toString(points.certain())
            : points.certain() + "-" + points.most();
    add(lines, lead, range + " of " + points.outOf() + " points: " + words(part.outcome()));
  }

  private String words(Outcome outcome) {
    return switch (outcome.passing()) {
      case PASSED -> ink.good("enough");
      case TO_BE_READ -> ink.warn("a person has to read it; you can go on meanwhile");
      case NOT_YET ->
          outcome.contradictions().isEmpty()
              ? ink.strong("not yet") + ", 60 % are needed"
              : ink.strong("not yet")
                  + ", a contradiction stands in "
                  + outcome.contradictions().getFirst().id();
    };
  }

  private void add(List<String> lines, String lead, String words) {
    lines.addAll(new Paragraphs(width).hanging(lead, words));
  }
}
