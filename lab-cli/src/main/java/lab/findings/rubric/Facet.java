package lab.findings.rubric;

import java.util.List;
import java.util.Optional;

/**
 * One statement that a criterion looks for.
 *
 * @param name its name in the criterion
 * @param patterns any of them shows it
 * @param about the subject it must be said of
 * @param sections where it counts; everywhere when empty
 * @param choice the route and the modes of a routing decision, when it is one
 * @param rates requests per second that must be stated in the same sentence, when it is a figure
 * @param sums a sum that must be spelt out in the sentence, when it is one
 * @param paired whether two sentences side by side may show it together
 * @param yes sentences that show it
 * @param no sentences that do not
 */
public record Facet(
    String name,
    List<Pattern> patterns,
    Subject about,
    List<String> sections,
    Optional<Choice> choice,
    Optional<Rates> rates,
    Optional<Sums> sums,
    boolean paired,
    List<String> yes,
    List<String> no) {
  public Facet {
    patterns = List.copyOf(patterns);
    sections = List.copyOf(sections);
    yes = List.copyOf(yes);
    no = List.copyOf(no);
  }

  /**
   * Whom a statement must be about; an empty list asks nothing.
   *
   * @param models modes of the application
   * @param routes our paths
   * @param codes status codes
   */
  public record Subject(List<String> models, List<String> routes, List<String> codes) {
    public Subject {
      models = List.copyOf(models);
      routes = List.copyOf(routes);
      codes = List.copyOf(codes);
    }
  }

  /**
   * A decision: this route goes to one of these modes.
   *
   * @param route the route
   * @param models the modes
   * @param apartFrom routes that must not have been sent to the same mode
   */
  public record Choice(String route, List<String> models, List<String> apartFrom) {
    public Choice {
      models = List.copyOf(models);
      apartFrom = List.copyOf(apartFrom);
    }
  }

  /** What kind of sum about the service time shows the facet. */
  public enum Sums {
    /** A quotient that is spelt out and comes out. */
    QUOTIENT,
    /** A rate that is the quotient of the workers and the seconds named beside it. */
    IMPLIED,
    /** A product that misleads, or a quotient that does not come out. */
    PRODUCT
  }

  /**
   * Rates stated in figures.
   *
   * @param perSecond values, requests per second
   * @param relation how the stated rate must stand to them
   */
  public record Rates(List<Double> perSecond, Relation relation) {
    /** How a stated rate stands to the values of a rubric. */
    public enum Relation {
      ONE_OF,
      NONE_OF,
      ABOVE
    }

    public Rates {
      perSecond = List.copyOf(perSecond);
    }
  }
}
