package lab.findings.language;

import java.util.Map;
import java.util.Set;

/** Word lists of English that hold for any write-up: number words, short forms, function words. */
final class Words {
  static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90),
          Map.entry("hundred", 100),
          Map.entry("thousand", 1000));

  /** What an apostrophe cuts off, spelt out. */
  static final Map<String, String> SHORT_FORMS =
      Map.of("re", "are", "ve", "have", "ll", "will", "d", "would", "m", "am");

  /** Words after which {@code 's} means "is". */
  static final Set<String> BEFORE_IS =
      Set.of(
          "it",
          "that",
          "there",
          "he",
          "she",
          "what",
          "who",
          "here",
          "where",
          "nothing",
          "everything",
          "everybody",
          "everyone",
          "nobody",
          "which",
          "this",
          "one");

  /** Negated verbs written without their apostrophe. */
  static final Map<String, String> JOINED =
      Map.ofEntries(
          Map.entry("cannot", "can"),
          Map.entry("cant", "can"),
          Map.entry("dont", "do"),
          Map.entry("doesnt", "does"),
          Map.entry("didnt", "did"),
          Map.entry("isnt", "is"),
          Map.entry("arent", "are"),
          Map.entry("wasnt", "was"),
          Map.entry("wont", "will"),
          Map.entry("couldnt", "could"),
          Map.entry("wouldnt", "would"),
          Map.entry("hasnt", "has"));

  static final Map<String, String> NEGATED = Map.of("wo", "will", "ca", "can", "sha", "shall");

  private Words() {}
}
