package lab.findings.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts English text into tokens: short forms are spelt out, hyphens part words, routes and numbers
 * stay whole.
 */
public final class Tokenizer {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<route>/(?:check_feed|stream_feed|hash_me)\\b)"
              + "|(?<io>\\bi/o\\b)"
              + "|(?<number>\\d+(?:[.,]\\d+)*)"
              + "|(?<word>[a-z_]+(?:'[a-z]+)?)"
              + "|(?<arrow>-+>|=+>|→|⇒|➜)"
              + "|(?<dash>—|–|--+|(?<=\\s)-(?=\\s))"
              + "|(?<mark>[,;:()|.?!%/=+×*≈~<>−])");
  private static final Pattern HOME = Pattern.compile("(?<![\\w/)]|\\d\\s)/(?![\\w/]|\\s\\d)");

  private final Map<String, String> irregular;

  /**
   * @param irregular forms that no suffix rule reduces, to their base form: {@code held} to {@code
   *     hold}
   */
  public Tokenizer(Map<String, String> irregular) {
    this.irregular = Map.copyOf(irregular);
  }

  /** The tokens of {@code text}; offsets are indexes into it. */
  public List<Token> tokens(String text) {
    return tokens(text, index -> index);
  }

  /** The tokens of {@code text}, with offsets carried over by {@code source}. */
  public List<Token> tokens(String text, IntUnaryOperator source) {
    var tokens = new ArrayList<Token>();
    var plain = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
    var home = homes(plain);
    Matcher found = TOKEN.matcher(plain);
    while (found.find()) {
      int start = source.applyAsInt(found.start());
      int end = source.applyAsInt(found.end() - 1) + 1;
      add(tokens, found, home, start, end);
    }
    return NumberWords.joined(tokens);
  }

  /** The stem under which a word is compared. */
  public String stem(String word) {
    var base = irregular.getOrDefault(word, word);
    return Stemmer.stem(base);
  }

  private void add(List<Token> into, Matcher found, boolean[] home, int start, int end) {
    var text = found.group();
    if (found.group("route") != null) {
      into.add(new Token(text, text, Token.Kind.ROUTE, 0, start, end));
    } else if (found.group("io") != null) {
      into.add(new Token(text, "io", Token.Kind.WORD, 0, start, end));
    } else if (found.group("number") != null) {
      into.add(number(text, start, end));
    } else if (found.group("word") != null) {
      addWord(into, text, start, end);
    } else if (found.group("arrow") != null) {
      into.add(new Token(text, "→", Token.Kind.MARK, 0, start, end));
    } else if (found.group("dash") != null) {
      into.add(new Token(text, "—", Token.Kind.MARK, 0, start, end));
    } else if (home[found.start()]) {
      into.add(new Token(text, "/", Token.Kind.ROUTE, 0, start, end));
    } else {
      into.add(new Token(text, text.equals("/") ? "÷" : text, Token.Kind.MARK, 0, start, end));
    }
  }

  private void addWord(List<Token> into, String written, int start, int end) {
    int cut = written.indexOf('\'');
    var word = cut < 0 ? written : written.substring(0, cut);
    var tail = cut < 0 ? "" : written.substring(cut + 1);
    if (tail.equals("t") && word.endsWith("n")) {
      var verb = word.substring(0, word.length() - 1);
      addPlain(
          into, Words.NEGATED.getOrDefault(verb, word.equals("can") ? "can" : verb), start, end);
      addPlain(into, "not", start, end);
    } else if (Words.JOINED.containsKey(word)) {
      addPlain(into, Words.JOINED.get(word), start, end);
      addPlain(into, "not", start, end);
    } else {
      addPlain(into, word, start, end);
      if (Words.SHORT_FORMS.containsKey(tail)) {
        addPlain(into, Words.SHORT_FORMS.get(tail), start, end);
      } else if (tail.equals("s") && Words.BEFORE_IS.contains(word)) {
        addPlain(into, "is", start, end);
      }
    }
  }

  private void addPlain(List<Token> into, String word, int start, int end) {
    var value = Words.NUMBERS.get(word);
    if (value == null) {
      into.add(new Token(word, stem(word), Token.Kind.WORD, 0, start, end));
    } else {
      into.add(new Token(word, value.toString(), Token.Kind.NUMBER, value, start, end));
    }
  }

  private static Token number(String text, int start, int end) {
    var digits = text;
    if (digits.matches("\\d{1,3}(,\\d{3})+")) {
      digits = digits.replace(",", "");
    }
    digits = digits.replace(',', '.');
    double value = digits.indexOf('.') == digits.lastIndexOf('.') ? Double.parseDouble(digits) : 0;
    var stem = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    return new Token(text, stem, Token.Kind.NUMBER, value, start, end);
  }

  private static boolean[] homes(String text) {
    var home = new boolean[text.length()];
    var found = HOME.matcher(text);
    while (found.find()) {
      home[found.start()] = true;
    }
    return home;
  }
}
