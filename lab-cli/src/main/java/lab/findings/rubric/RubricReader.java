package lab.findings.rubric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lab.findings.language.Tokenizer;
import lab.problem.Problem;
import lab.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code exercises/lexicon.yaml} and the three {@code rubric.yaml} beside it. */
public final class RubricReader {
  private static final List<String> STAGES = List.of("04-causes", "07-compare", "09-choices");
  private static final Set<String> EXAMPLES = Set.of("yes", "no");
  private static final int SHORT = 4;
  private static final int HASH_DIGITS = 12;

  private final YAMLMapper yaml = new YAMLMapper();
  private final Scenario scenario;

  public RubricReader(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Reads the rubrics of a checkout.
   *
   * @param exercises the folder of the stages
   * @throws ProblemException when a file is missing, is not YAML, or names what does not exist
   */
  public Rubric read(Path exercises) {
    var words = exercises.resolve("lexicon.yaml");
    var files = new ArrayList<>(List.of(words));
    STAGES.forEach(stage -> files.add(exercises.resolve(stage).resolve("rubric.yaml")));
    var lexiconNode = tree(words);
    var tokenizer = new Tokenizer(LexiconReader.irregular(lexiconNode));
    var phrases = new PhraseReader(tokenizer, scenario);
    var lexicon = new LexiconReader(phrases, tokenizer);
    lexicon.read(lexiconNode);
    var criteria = new ArrayList<Criterion>();
    var misconceptions = new ArrayList<Misconception>();
    var shipped = new TreeSet<String>();
    var examples = new TreeSet<String>();
    for (var file : files.subList(1, files.size())) {
      var node = tree(file);
      try {
        var reader = new CriterionReader(lexicon, scenario, stage(file));
        node.path("criteria")
            .properties()
            .forEach(e -> criteria.add(reader.criterion(e.getKey(), e.getValue())));
        node.path("misconceptions")
            .properties()
            .forEach(e -> misconceptions.add(reader.misconception(e.getKey(), e.getValue())));
      } catch (IllegalArgumentException e) {
        throw broken(file, String.valueOf(e.getMessage()), e);
      }
      collect(node, shipped, examples);
    }
    return new Rubric(
        lexiconNode.path("version").asInt(1),
        hash(files),
        scenario,
        lexicon.lexicon(),
        criteria,
        misconceptions.stream().sorted(java.util.Comparator.comparing(Misconception::id)).toList(),
        shipped,
        examples);
  }

  private static String stage(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }

  private JsonNode tree(Path file) {
    try {
      return yaml.readTree(Files.readString(file));
    } catch (IOException e) {
      throw broken(file, "cannot be read", e);
    } catch (JacksonException e) {
      throw broken(file, String.valueOf(e.getOriginalMessage()), e);
    }
  }

  private static ProblemException broken(Path file, String why, Exception cause) {
    var problem =
        new ProblemException(
            new Problem(
                "A rubric file is broken: " + why + ".",
                file.toString(),
                "Restore it: git checkout -- " + file));
    problem.initCause(cause);
    return problem;
  }

  /** Sentences of the file that are meant for people, and those that show what is accepted. */
  private static void collect(JsonNode node, Set<String> people, Set<String> examples) {
    if (node.isString() && node.asString().split("\\s+", -1).length > SHORT) {
      people.add(node.asString());
    } else if (node.isObject()) {
      for (var each : node.properties()) {
        boolean example = EXAMPLES.contains(each.getKey());
        collect(each.getValue(), example ? examples : people, examples);
      }
    } else {
      node.values().forEach(child -> collect(child, people, examples));
    }
  }

  private static String hash(List<Path> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        digest.update(Files.readString(file).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
