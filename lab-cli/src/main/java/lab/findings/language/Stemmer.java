package lab.findings.language;

/**
 * Cuts English suffixes, so that "blocking" and "blocked" compare equal.
 *
 * <p>Source: M. F. Porter, An algorithm for suffix stripping, Program 14(3), 1980.
 */
final class Stemmer {
  private static final String[][] STEP_2 = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"abli", "able"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"}
  };
  private static final String[][] STEP_3 = {
    {"icate", "ic"},
    {"ative", ""},
    {"alize", "al"},
    {"iciti", "ic"},
    {"ical", "ic"},
    {"ful", ""},
    {"ness", ""}
  };
  private static final String[] STEP_4 = {
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion",
    "ou", "ism", "ate", "iti", "ous", "ive", "ize"
  };

  private Stemmer() {}

  /** The stem of a word in lower case; words of one or two letters stay as they are. */
  static String stem(String word) {
    if (word.length() < 3) {
      return word;
    }
    return last(fourth(replaced(replaced(yToI(pastAndIng(plural(word))), STEP_2), STEP_3)));
  }

  private static String plural(String w) {
    if (w.endsWith("sses") || w.endsWith("ies")) {
      return cut(w, 2);
    }
    return w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") ? cut(w, 1) : w;
  }

  private static String pastAndIng(String w) {
    if (w.endsWith("eed")) {
      return measure(cut(w, 3)) > 0 ? cut(w, 1) : w;
    }
    if (w.endsWith("ed") && hasVowel(cut(w, 2))) {
      return repaired(cut(w, 2));
    }
    if (w.endsWith("ing") && hasVowel(cut(w, 3))) {
      return repaired(cut(w, 3));
    }
    return w;
  }

  private static String repaired(String w) {
    if (w.endsWith("at") || w.endsWith("bl") || w.endsWith("iz")) {
      return w + "e";
    }
    int n = w.length();
    boolean doubled = n > 1 && w.charAt(n - 1) == w.charAt(n - 2) && !isVowel(w, n - 1);
    if (doubled && "lsz".indexOf(w.charAt(n - 1)) < 0) {
      return cut(w, 1);
    }
    return measure(w) == 1 && endsShort(w) ? w + "e" : w;
  }

  private static String yToI(String w) {
    return w.endsWith("y") && hasVowel(cut(w, 1)) ? cut(w, 1) + "i" : w;
  }

  private static String replaced(String w, String[][] rules) {
    for (var rule : rules) {
      if (w.endsWith(rule[0])) {
        var rest = cut(w, rule[0].length());
        return measure(rest) > 0 ? rest + rule[1] : w;
      }
    }
    return w;
  }

  private static String fourth(String w) {
    for (var suffix : STEP_4) {
      if (w.endsWith(suffix)) {
        int keep = suffix.equals("sion") || suffix.equals("tion") ? 3 : suffix.length();
        var rest = cut(w, keep);
        return measure(rest) > 1 ? rest : w;
      }
    }
    return w;
  }

  private static String last(String w) {
    var stem = w;
    if (stem.endsWith("e")) {
      var rest = cut(stem, 1);
      int m = measure(rest);
      if (m > 1 || (m == 1 && !endsShort(rest))) {
        stem = rest;
      }
    }
    return stem.endsWith("ll") && measure(stem) > 1 ? cut(stem, 1) : stem;
  }

  private static String cut(String w, int letters) {
    return w.substring(0, w.length() - letters);
  }

  /** Porter's m: how often vowels are followed by consonants. */
  private static int measure(String w) {
    int m = 0;
    for (int i = 1; i < w.length(); i++) {
      if (isVowel(w, i - 1) && !isVowel(w, i)) {
        m++;
      }
    }
    return m;
  }

  private static boolean hasVowel(String w) {
    for (int i = 0; i < w.length(); i++) {
      if (isVowel(w, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsShort(String w) {
    int n = w.length();
    return n > 2
        && !isVowel(w, n - 1)
        && isVowel(w, n - 2)
        && !isVowel(w, n - 3)
        && "wxy".indexOf(w.charAt(n - 1)) < 0;
  }

  private static boolean isVowel(String w, int i) {
    char c = w.charAt(i);
    return "aeiou".indexOf(c) >= 0 || (c == 'y' && i > 0 && !isVowel(w, i - 1));
  }
}
