package lab.nginx.routing.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.nginx.routing.doubt.CannotTell;

/**
 * A regular expression as nginx runs it: over bytes, searching anywhere, {@code $} also before a
 * final line feed.
 */
public final class BytePattern {
  private static final int STEPS = 200_000;

  private final String source;
  private final Optional<Pattern> compiled;
  private final Map<String, Integer> names;
  private final String doubt;

  private BytePattern(
      String source, Optional<Pattern> compiled, Map<String, Integer> names, String doubt) {
    this.source = source;
    this.compiled = compiled;
    this.names = names;
    this.doubt = doubt;
  }

  /**
   * Prepares an expression; one that cannot be translated only matters when it is asked to match.
   *
   * @param source the expression, one {@code char} a byte
   */
  public static BytePattern of(String source, boolean ignoreCase) {
    try {
      var translated = new Translation(source).run();
      int flags = Pattern.UNIX_LINES | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
      var pattern = Pattern.compile(withoutTable(translated.text()), flags);
      return new BytePattern(source, Optional.of(pattern), translated.names(), "");
    } catch (CannotTell e) {
      return new BytePattern(source, Optional.empty(), Map.of(), e.reason());
    } catch (PatternSyntaxException e) {
      return new BytePattern(
          source, Optional.empty(), Map.of(), "Java and PCRE disagree on its syntax");
    } catch (StackOverflowError e) {
      return new BytePattern(source, Optional.empty(), Map.of(), "its groups are nested too deep");
    }
  }

  /**
   * The same expression behind an empty look-ahead. Before one that begins with plain text Java
   * builds a table of what to skip, in quadratic time.
   *
   * <p>Source: OpenJDK 25, {@code java.util.regex.Pattern.BnM#optimize}.
   */
  private static String withoutTable(String regex) {
    boolean repeatsNothing = !regex.isEmpty() && "*+?{".indexOf(regex.charAt(0)) >= 0;
    return repeatsNothing ? regex : "(?=)" + regex;
  }

  public String source() {
    return source;
  }

  /**
   * Searches a text.
   *
   * @throws CannotTell when PCRE might see it differently, or after too many steps
   */
  public Optional<Match> find(String text) {
    return find(text, new Steps(STEPS));
  }

  /**
   * Searches a text with what is left of a patience for several searches.
   *
   * @throws CannotTell when PCRE might see it differently, or when the steps are used up
   */
  public Optional<Match> find(String text, Steps steps) {
    var pattern = compiled.orElseThrow(() -> doubt(doubt));
    var matcher = pattern.matcher(new Counted(text, steps));
    try {
      return matcher.find() ? Optional.of(captured(matcher)) : Optional.empty();
    } catch (TooManySteps | StackOverflowError e) {
      throw doubt("it takes too many steps on \"" + text + "\"");
    }
  }

  private Match captured(Matcher matcher) {
    int last = matcher.groupCount();
    while (last > 0 && matcher.start(last) < 0) {
      last--;
    }
    var groups = new ArrayList<String>();
    for (int number = 0; number <= last; number++) {
      groups.add(Optional.ofNullable(matcher.group(number)).orElse(""));
    }
    var named = new HashMap<String, String>();
    names.forEach((name, number) ->
        named.put(
            name.toLowerCase(Locale.ROOT),
            Optional.ofNullable(matcher.group(number.intValue())).orElse("")));
    return new Match(groups, named);
  }

  private CannotTell doubt(String why) {
    return new CannotTell("the regular expression \"" + source + "\": " + why);
  }

  /** Stops a search that reads too many characters. */
  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("", null, false, false);
    }
  }

  /** A text that counts how often it is read. */
  private static final class Counted implements CharSequence {
    private final String text;
    private final Steps steps;

    Counted(String text, Steps steps) {
      this.text = text;
      this.steps = steps;
    }

    @Override
    public char charAt(int index) {
      if (!steps.take()) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
