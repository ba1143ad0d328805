package lab.findings.rubric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads criteria, facets, level rules and misconceptions from a rubric file's tree. */
final class CriterionReader {
  private static final int WITHIN = 12;
  private static final Map<String, Facet.Rates.Relation> RELATIONS =
      Map.of(
          "rates", Facet.Rates.Relation.ONE_OF,
          "other_rates", Facet.Rates.Relation.NONE_OF,
          "rates_above", Facet.Rates.Relation.ABOVE);
  private static final java.util.regex.Pattern PARTS =
      java.util.regex.Pattern.compile("[~-]?\"[^\"]*\"|[^\\s]+");

  private final LexiconReader lexicon;
  private final Scenario scenario;
  private final String stage;

  CriterionReader(LexiconReader lexicon, Scenario scenario, String stage) {
    this.lexicon = lexicon;
    this.scenario = scenario;
    this.stage = stage;
  }

  Criterion criterion(String id, JsonNode node) {
    var facets = facets(node.path("facets"), node);
    return new Criterion(
        id,
        node.path("title").asString(""),
        stage,
        node.path("section").asString(""),
        facets,
        facets(node.path("wrong"), node),
        rule(node.path("level").path("2"), facets.keySet()),
        rule(node.path("level").path("1"), facets.keySet()),
        LexiconReader.strings(node.path("near")).stream().map(p -> pattern(p, WITHIN)).toList(),
        node.path("evidence").asBoolean(false),
        texts(node.path("missing")),
        question(node.path("ask")));
  }

  Misconception misconception(String id, JsonNode node) {
    return new Misconception(
        id,
        node.path("title").asString(""),
        facet(id, node, node),
        scenario.filled(node.path("say").asString("")),
        LexiconReader.strings(node.path("refuted_by")).stream()
            .map(CriterionReader::evidence)
            .toList(),
        scenario.filled(node.path("see").asString("")));
  }

  private static Misconception.Evidence evidence(String written) {
    var parts = written.split(" ", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("refuted_by is a phase and a route: " + written);
    }
    return new Misconception.Evidence(parts[0], parts[1]);
  }

  private Map<String, Facet> facets(JsonNode node, JsonNode criterion) {
    var facets = new LinkedHashMap<String, Facet>();
    node.properties()
        .forEach(e -> facets.put(e.getKey(), facet(e.getKey(), e.getValue(), criterion)));
    return facets;
  }

  private Facet facet(String name, JsonNode node, JsonNode criterion) {
    int within = node.path("within").asInt(WITHIN);
    var about = node.has("about") ? node.path("about") : criterion.path("about");
    return new Facet(
        name,
        LexiconReader.strings(node.path("find")).stream().map(p -> pattern(p, within)).toList(),
        new Facet.Subject(
            LexiconReader.strings(about.path("models")),
            LexiconReader.strings(about.path("routes")),
            LexiconReader.strings(about.path("codes"))),
        LexiconReader.strings(node.has("where") ? node.path("where") : criterion.path("where")),
        choice(node.path("choice")),
        rates(node),
        sums(node.path("sum")),
        node.path("pair").asBoolean(false),
        filled(node.path("yes")),
        filled(node.path("no")));
  }

  private static Optional<Facet.Choice> choice(JsonNode node) {
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Facet.Choice(
                node.path("route").asString(),
                LexiconReader.strings(node.path("models")),
                LexiconReader.strings(node.path("apart_from"))));
  }

  private Optional<Facet.Rates> rates(JsonNode node) {
    for (var each : RELATIONS.entrySet()) {
      if (node.has(each.getKey())) {
        var values = LexiconReader.strings(node.path(each.getKey()));
        return Optional.of(
            new Facet.Rates(values.stream().map(scenario::value).toList(), each.getValue()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Facet.Sums> sums(JsonNode node) {
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(Facet.Sums.valueOf(node.asString().toUpperCase(Locale.ROOT)));
  }

  private Pattern pattern(String written, int within) {
    var terms = new ArrayList<Pattern.Term>();
    var found = PARTS.matcher(written);
    boolean after = false;
    while (found.find()) {
      switch (found.group()) {
        case "+" -> after = false;
        case ">" -> after = true;
        default -> terms.add(term(found.group(), after));
      }
    }
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a pattern without terms");
    }
    return new Pattern(terms, within);
  }

  private Pattern.Term term(String written, boolean after) {
    boolean negated = written.startsWith("~");
    boolean absent = written.startsWith("-");
    var names = negated || absent ? written.substring(1) : written;
    if (names.startsWith("\"") && names.indexOf('"', 1) < 0) {
      // YAML ends a text at " #", unless it is quoted as a whole.
      throw new IllegalArgumentException("a quote that is not closed: " + written);
    }
    return new Pattern.Term(
        names.startsWith("\"")
            ? List.of(lexicon.named(names))
            : Arrays.stream(names.split("\\|")).map(lexicon::named).toList(),
        negated,
        absent,
        after);
  }

  private static LevelRule rule(JsonNode node, Set<String> facets) {
    return new LevelRule(
        LexiconReader.strings(node).stream().map(line -> alternative(line, facets)).toList());
  }

  private static List<LevelRule.Demand> alternative(String line, Set<String> facets) {
    return Arrays.stream(line.split("\\+")).map(part -> demand(part.strip(), facets)).toList();
  }

  private static LevelRule.Demand demand(String part, Set<String> facets) {
    var counted = java.util.regex.Pattern.compile("(\\d+) of (.+)").matcher(part);
    boolean many = counted.matches();
    var names = many ? List.of(counted.group(2).split(",\\s*")) : List.of(part);
    for (var name : names) {
      if (!facets.contains(name)) {
        throw new IllegalArgumentException("a level names a facet that is not there: " + name);
      }
    }
    return new LevelRule.Demand(many ? Integer.parseInt(counted.group(1)) : 1, names);
  }

  private List<String> filled(JsonNode list) {
    return LexiconReader.strings(list).stream().map(scenario::filled).toList();
  }

  private Map<String, String> texts(JsonNode node) {
    var texts = new LinkedHashMap<String, String>();
    node.properties().forEach(e -> texts.put(e.getKey(), scenario.filled(e.getValue().asString())));
    return texts;
  }

  private Optional<Criterion.Question> question(JsonNode node) {
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Criterion.Question(
                scenario.filled(node.path("question").asString()), filled(node.path("answers"))));
  }
}
