package lab.findings.rubric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The incident that a write-up is about; what it says in figures follows from these.
 *
 * @param workers sync workers
 * @param meanSeconds mean service time of {@code /check_feed}, seconds
 * @param maxSeconds longest service time of {@code /check_feed}, seconds
 * @param perSecond arrival rate of {@code /check_feed}, requests per second
 * @param poolThreads threads of the pooled mode
 * @param streams subscribers of {@code /stream_feed}
 */
public record Scenario(
    int workers,
    double meanSeconds,
    double maxSeconds,
    double perSecond,
    int poolThreads,
    int streams) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** The incident as the lab ships it. */
  public static Scenario shipped() {
    return new Scenario(2, 2.5, 5, 10, 40, 80);
  }

  /** The parameters by the names that rubric files use. */
  public Map<String, Double> parameters() {
    var all = new LinkedHashMap<String, Double>();
    all.put("workers", (double) workers);
    all.put("mean_seconds", meanSeconds);
    all.put("max_seconds", maxSeconds);
    all.put("per_second", perSecond);
    all.put("pool_threads", (double) poolThreads);
    all.put("streams", (double) streams);
    all.put("in_flight", perSecond * meanSeconds);
    all.put("capacity", workers / meanSeconds);
    all.put("times_too_much", Math.floor(perSecond * meanSeconds / workers));
    all.put("surplus", perSecond - workers / meanSeconds);
    all.put("pool_capacity", poolThreads / meanSeconds);
    all.put("one_too_many", poolThreads + 1.0);
    return all;
  }

  /** A text with {@code {name}} replaced by the value of that parameter, without useless zeros. */
  public String filled(String text) {
    return PARAMETER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(written(operand(found.group(1)))));
  }

  /** A number as people write it: {@code 25}, {@code 0.8}. */
  static String written(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /**
   * The value of a product or quotient of parameters and numbers.
   *
   * @param formula such as {@code workers / mean_seconds}
   * @throws IllegalArgumentException when a name is not a parameter
   */
  public double value(String formula) {
    double value = 1;
    var divide = false;
    for (var part : formula.strip().split("\\s+", -1)) {
      switch (part) {
        case "*" -> divide = false;
        case "/" -> divide = true;
        default -> {
          double factor = operand(part);
          value = divide ? value / factor : value * factor;
        }
      }
    }
    return value;
  }

  private double operand(String name) {
    var known = parameters().get(name);
    if (known != null) {
      return known;
    }
    try {
      return Double.parseDouble(name);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no parameter of the scenario: " + name, e);
    }
  }
}
