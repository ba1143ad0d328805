package lab.nginx.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The groups of a regular expression, and what each can hold when it is matched against a path
 * without steps upwards.
 *
 * <p>A clean path does not make a clean group: {@code ^/i(.*)$} finds {@code ../x} in {@code
 * /i../x}. Where a group begins behind a slash and ends before one, or with the path, it holds
 * whole segments.
 *
 * @param groups in the order of their numbers
 * @param apart whether no two of them can hold the same part of the path
 */
record RegexGroups(List<Group> groups, boolean apart) {
  /**
   * A group.
   *
   * @param name empty for one that has a number only
   */
  record Group(Optional<String> name, Shape shape) {}

  /** What makes the simple reading below wrong; such an expression tells nothing of its groups. */
  private static final Pattern UNREAD =
      Pattern.compile(
          "\\\\[QcE]|\\(\\*|\\[[:.=]|\\(\\?(?!:|i\\)|[=!]|<[=!]|P?<\\w{1,100}>|'\\w{1,100}')");

  private static final Pattern NAMED = Pattern.compile("\\(\\?P?[<'](\\w{1,100})[>']");
  private static final Pattern WORD =
      Pattern.compile("(?:[\\w|?*+{},-]|\\\\[wd]|\\[(?!\\^)(?:(?!--)[\\w-]|\\\\[wd])+])*");
  private static final Pattern ALL_THERE_IS = Pattern.compile("(?:\\.|\\[\\^/])[*+]");
  private static final Pattern SLASH_FIRST = Pattern.compile("(?s)/(?![?*{])[^|]*");
  private static final Pattern SLASH_NEXT = Pattern.compile("(?s)/(?![?*+{]).*");
  private static final Pattern END = Pattern.compile("(?s)(?:/\\?)?\\$(?:\\|.*)?");
  private static final Pattern BARE_END = Pattern.compile("(?s)(?:/\\?)?(?:\\|.*)?");
  private static final int NUMBERS = 9;
  private static final int LONGEST = 200;

  static RegexGroups of(String regex) {
    var text = Pattern.compile("(?s)\\\\(.)").matcher(regex).replaceAll(RegexGroups::plainSlash);
    return text.length() > LONGEST || UNREAD.matcher(text).find()
        ? unread(text)
        : new Scan(text).run();
  }

  private static String plainSlash(MatchResult escape) {
    return escape.group(1).equals("/") ? "/" : Matcher.quoteReplacement(escape.group());
  }

  /** Any number and any name in it may be anything. */
  private static RegexGroups unread(String text) {
    var groups = new ArrayList<Group>();
    var names = NAMED.matcher(text);
    while (names.find()) {
      groups.add(new Group(Optional.of(names.group(1)), Shape.ANYTHING));
    }
    while (groups.size() < NUMBERS) {
      groups.add(new Group(Optional.empty(), Shape.ANYTHING));
    }
    return new RegexGroups(groups, false);
  }

  /** One pass over an expression. */
  private static final class Scan {
    private final String text;
    private final List<Group> groups = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean apart;

    /** A parenthesis that is still open; {@code number} is negative where it makes no group. */
    private record Open(int number, Optional<String> name, int at, int content) {}

    Scan(String text) {
      this.text = text;
      this.apart = !text.contains("(?");
    }

    RegexGroups run() {
      for (int at = 0; at < text.length(); at++) {
        switch (text.charAt(at)) {
          case '\\' -> at++;
          case '[' -> at = setEnd(at);
          case '(' -> open(at);
          case ')' -> {
            if (open.isEmpty()) {
              return unread(text);
            }
            close(open.pop(), at);
          }
          default -> {}
        }
      }
      return open.isEmpty() ? new RegexGroups(groups, apart) : unread(text);
    }

    /** The bracket that closes a set; one right behind the opening bracket is a letter. */
    private int setEnd(int bracket) {
      int at = bracket + (text.startsWith("^", bracket + 1) ? 2 : 1);
      at += text.startsWith("]", at) ? 1 : 0;
      while (at < text.length() && text.charAt(at) != ']') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      return at;
    }

    private void open(int at) {
      var named = NAMED.matcher(text).region(at, text.length());
      boolean hasName = named.lookingAt();
      if (text.startsWith("(?", at) && !hasName) {
        open.push(new Open(-1, Optional.empty(), at, at));
        return;
      }
      apart &= open.isEmpty();
      groups.add(new Group(Optional.empty(), Shape.ANYTHING));
      open.push(
          new Open(
              groups.size() - 1,
              hasName ? Optional.of(named.group(1)) : Optional.empty(),
              at,
              hasName ? named.end() : at + 1));
    }

    private void close(Open group, int at) {
      if (group.number() >= 0) {
        groups.set(group.number(), new Group(group.name(), shape(group, at)));
      }
    }

    private Shape shape(Open group, int close) {
      var content = text.substring(group.content(), close);
      var rest = text.substring(close + 1);
      if (WORD.matcher(content).matches()) {
        return Shape.WORD;
      }
      boolean slashFirst = SLASH_FIRST.matcher(content).matches();
      if (slashFirst && rest.startsWith("?")) {
        rest = rest.substring(1);
      }
      var greedy = content.startsWith("/") ? content.substring(1) : content;
      boolean ends =
          SLASH_NEXT.matcher(rest).matches()
              || (open.isEmpty()
                  && (END.matcher(rest).matches()
                      || (ALL_THERE_IS.matcher(greedy).matches()
                          && BARE_END.matcher(rest).matches())));
      if (!ends) {
        return Shape.ANYTHING;
      }
      var before = text.substring(0, group.at());
      boolean whole = before.endsWith("^") && !before.endsWith("\\^");
      return slashFirst || whole
          ? Shape.PATH
          : before.endsWith("/") ? Shape.SEGMENTS : Shape.ANYTHING;
    }
  }
}
