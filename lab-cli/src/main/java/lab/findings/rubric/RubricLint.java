package lab.findings.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds facets that too few example sentences exercise. */
public final class RubricLint {
  private static final int FEWEST_YES = 3;
  private static final int FEWEST_NO = 2;

  private RubricLint() {}

  /** One line per facet that wants for examples: {@code B3.overlap: 1 of 3 positive}. */
  public static List<String> complaints(Rubric rubric) {
    var complaints = new ArrayList<String>();
    for (var criterion : rubric.criteria()) {
      Stream.concat(criterion.facets().values().stream(), criterion.wrong().values().stream())
          .forEach(facet -> look(criterion.id() + "." + facet.name(), facet, complaints));
    }
    rubric.misconceptions().forEach(each -> look(each.id(), each.claim(), complaints));
    return complaints.stream().sorted().toList();
  }

  private static void look(String name, Facet facet, List<String> complaints) {
    if (facet.yes().size() < FEWEST_YES) {
      complaints.add(name + ": " + facet.yes().size() + " of " + FEWEST_YES + " positive examples");
    }
    if (facet.no().size() < FEWEST_NO) {
      complaints.add(name + ": " + facet.no().size() + " of " + FEWEST_NO + " negative examples");
    }
  }
}
