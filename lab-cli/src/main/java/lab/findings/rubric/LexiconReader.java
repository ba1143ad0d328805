package lab.findings.rubric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.findings.language.Tokenizer;
import tools.jackson.databind.JsonNode;

/** Collects concepts: those of the lexicon file, and those that rubric files write in place. */
final class LexiconReader {
  private final PhraseReader phrases;
  private final Tokenizer tokenizer;
  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> subjects = new HashMap<>();
  private final Set<String> domain = new HashSet<>();

  LexiconReader(PhraseReader phrases, Tokenizer tokenizer) {
    this.phrases = phrases;
    this.tokenizer = tokenizer;
  }

  static Map<String, String> irregular(JsonNode lexicon) {
    var forms = new HashMap<String, String>();
    lexicon
        .path("irregular")
        .properties()
        .forEach(e -> forms.put(e.getKey(), e.getValue().asString()));
    return forms;
  }

  void read(JsonNode lexicon) {
    concepts(lexicon.path("things"), false);
    concepts(lexicon.path("claims"), true);
    for (var kind : lexicon.path("subjects").properties()) {
      var mentions = new LinkedHashMap<String, String>();
      for (var subject : kind.getValue().properties()) {
        var name = kind.getKey() + " " + subject.getKey();
        add(name, false, strings(subject.getValue()));
        mentions.put(subject.getKey(), name);
      }
      subjects.put(kind.getKey(), mentions);
    }
    for (var word : strings(lexicon.path("domain"))) {
      tokenizer.tokens(word).forEach(token -> domain.add(token.stem()));
    }
  }

  /** The name of a concept: one of the lexicon, or a phrase in quotes made into one. */
  String named(String written) {
    if (written.startsWith("\"")) {
      var phrase = written.substring(1, written.length() - 1);
      if (!concepts.containsKey(written)) {
        add(written, true, List.of(phrase));
      }
      return written;
    }
    if (!concepts.containsKey(written)) {
      throw new IllegalArgumentException("no concept of the lexicon: " + written);
    }
    return written;
  }

  Lexicon lexicon() {
    for (var concept : concepts.values()) {
      for (var phrase : concept.phrases()) {
        for (var element : phrase.elements()) {
          if (element instanceof Element.Nested(String name)) {
            named(name);
          }
        }
      }
    }
    return new Lexicon(tokenizer, concepts, subjects, domain);
  }

  static List<String> strings(JsonNode list) {
    return list.isString()
        ? List.of(list.asString())
        : list.values().stream().map(JsonNode::asString).toList();
  }

  private void concepts(JsonNode node, boolean claim) {
    node.properties().forEach(e -> add(e.getKey(), claim, strings(e.getValue())));
  }

  private void add(String name, boolean claim, List<String> written) {
    concepts.put(name, new Concept(name, claim, written.stream().map(phrases::read).toList()));
  }
}
