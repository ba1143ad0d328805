package lab.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Ways to spoil a good write-up: none of them leaves much that is worth points. */
enum Mutation {
  SALAD(20),
  DENIED(5),
  NEGATED(25),
  QUESTIONS(5);

  private final int mostPercent;

  Mutation(int mostPercent) {
    this.mostPercent = mostPercent;
  }

  int mostPercent() {
    return mostPercent;
  }

  String spoil(String text) {
    return switch (this) {
      case SALAD -> shuffled(text);
      case DENIED -> perSentence(text, sentence -> "It is not true that " + sentence);
      case NEGATED ->
          text.replaceAll("\\b(is|are|was|can|will|has|have|does|do|must|would)\\b", "$1 not");
      case QUESTIONS -> asked(text);
    };
  }

  /** Every sentence, line, item and table row ends in a question mark. */
  private static String asked(String text) {
    return text.lines()
        .map(line -> line.replaceAll("[.;]([)\"'”*]*)(?=\\s|$)", "?$1"))
        .map(line -> line.replaceAll("(?<=[^\\s|:?#-])((?:\\s*\\|)*\\s*)$", "?$1"))
        .collect(Collectors.joining("\n"));
  }

  static String swappedModels(String text) {
    return text.replaceAll("(?i)\\b(?:prefork(?:ed)?|sync)\\b", "@@")
        .replaceAll("(?i)\\b(?:async|evented|event loop)\\b", "prefork")
        .replace("@@", "async");
  }

  private static String shuffled(String text) {
    var random = new Random(7);
    return perSentence(
        text,
        sentence -> {
          List<String> words = new ArrayList<>(Arrays.asList(sentence.split("\\s+", -1)));
          Collections.shuffle(words, random);
          return String.join(" ", words);
        });
  }

  private static String perSentence(String text, UnaryOperator<String> change) {
    return text.lines()
        .map(line -> line.isBlank() || line.startsWith("#") ? line : inLine(line, change))
        .collect(Collectors.joining("\n"));
  }

  private static String inLine(String line, UnaryOperator<String> change) {
    return Arrays.stream(line.split("(?<=[.!?])\\s+", -1))
        .map(change)
        .collect(Collectors.joining(" "));
  }
}
