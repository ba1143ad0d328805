package lab.jshell.shell;

import java.util.Set;
import java.util.regex.Pattern;
import lab.screen.Ink;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/**
 * Colours what is being typed: keywords, texts, numbers and comments.
 *
 * @param ink colours, or none
 */
record Colours(Ink ink) implements Highlighter {
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "new",
          "null",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "true",
          "try",
          "var",
          "void",
          "volatile",
          "while",
          "yield");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|$))|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"
              + "|(?<number>\\b\\d[\\w.]*)|(?<word>\\b[A-Za-z_]\\w*)");

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    if (!ink.on()) {
      return new AttributedString(buffer);
    }
    var painted = new StringBuilder();
    var token = TOKEN.matcher(buffer);
    int at = 0;
    while (token.find()) {
      painted.append(buffer, at, token.start());
      var text = token.group();
      if (token.group("comment") != null) {
        painted.append(ink.faint(text));
      } else if (token.group("text") != null) {
        painted.append(ink.good(text));
      } else if (token.group("number") != null) {
        painted.append(ink.warn(text));
      } else {
        painted.append(KEYWORDS.contains(text) ? ink.strong(text) : text);
      }
      at = token.end();
    }
    painted.append(buffer.substring(at));
    return AttributedString.fromAnsi(painted.toString());
  }
}
