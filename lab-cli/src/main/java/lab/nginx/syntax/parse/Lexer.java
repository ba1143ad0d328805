package lab.nginx.syntax.parse;

import static lab.nginx.syntax.Fault.Kind.EMPTY_STATEMENT;
import static lab.nginx.syntax.Fault.Kind.MISSING_SEMICOLON;
import static lab.nginx.syntax.Fault.Kind.NAMELESS_BLOCK;
import static lab.nginx.syntax.Fault.Kind.TEXT_AFTER_QUOTE;
import static lab.nginx.syntax.Fault.Kind.TOO_LONG;
import static lab.nginx.syntax.Fault.Kind.UNCLOSED_QUOTE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lab.nginx.syntax.Braces;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * Reads statements from bytes by nginx's rules: it finds a fault exactly where nginx does, then
 * goes on as if the person had put it right.
 *
 * <p>Source: {@code ngx_conf_read_token} of nginx 1.22.1, unchanged in substance up to 1.31.
 */
final class Lexer {
  /** Bytes that nginx holds at once: a word or a comment that fills them is refused. */
  private static final int WINDOW = 4096;

  private static final String WORD = "this word";
  private static final String SHORTEN = "shorten it";
  private static final String END_OF_FILE = "unexpected end of file, expecting \";\" or \"}\"";

  private final SourceText source;
  private final String text;
  private final Faults faults;
  private final Deque<Token> waiting = new ArrayDeque<>();
  private int at;

  /** The first byte that nginx still holds: of the word or comment being read. */
  private int held;

  private boolean overflowed;

  Lexer(SourceText source, Faults faults) {
    this.source = source;
    this.text = source.text();
    this.faults = faults;
  }

  Token next() {
    if (!waiting.isEmpty()) {
      return waiting.remove();
    }
    var words = new ArrayList<Word>();
    held = at;
    while (true) {
      skipBlanks(words);
      if (at == text.length()) {
        return end(words);
      }
      char c = text.charAt(at);
      if (c == ';' || c == '{' || c == '}') {
        var mark = new Span(source, at, at + 1);
        at++;
        if (c == '}') {
          return close(words, mark);
        }
        if (!words.isEmpty()) {
          return new Token.Statement(words, mark, c == '{');
        }
        unexpected(c, mark);
        if (c == '{') {
          return new Token.Statement(words, mark, true);
        }
      } else {
        words.add(c == '"' || c == '\'' ? quoted(c) : plain());
      }
    }
  }

  /** Goes on at a byte, when the parser has skipped text that is not nginx's. */
  void resumeAt(int offset) {
    at = offset;
  }

  private void skipBlanks(List<Word> words) {
    boolean endsWord = !words.isEmpty();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        held = at;
        while (at < text.length() && text.charAt(at) != '\n') {
          advance();
        }
        reportOverflow("this comment", "break it into several lines");
      } else if (!blank(c)) {
        held = at;
        return;
      } else {
        // nginx lets go of a word only with the byte after the blank that ended it
        held = endsWord ? held : at;
        advance();
        reportOverflow(WORD, SHORTEN);
      }
      endsWord = false;
    }
  }

  private Word plain() {
    int start = at;
    boolean variable = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (blank(c) || c == ';' || (c == '{' && !variable)) {
        break;
      }
      variable = c == '$' || (c == '{' && variable);
      if (c == '\\') {
        advance();
      }
      advance();
    }
    at = Math.min(at, text.length());
    reportOverflow(WORD, SHORTEN);
    return new Word(Escapes.take(text, start, at), new Span(source, start, at));
  }

  private Word quoted(char quote) {
    int open = at;
    at++;
    held = at;
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\') {
        advance();
      }
      advance();
    }
    at = Math.min(at, text.length());
    boolean closed = at < text.length();
    boolean manyLines = text.indexOf('\n', open, at) >= 0;
    if (!closed || (overflowed && manyLines)) {
      return unclosed(open, quote);
    }
    reportOverflow(WORD, SHORTEN, unterminated(quote));
    advance();
    reportOverflow(WORD, SHORTEN);
    int end = at;
    if (end < text.length() && !mayFollowQuote(text.charAt(end))) {
      if (manyLines) {
        return unclosed(open, quote);
      }
      if (!Braces.endWhatComes(text, end)) {
        textAfterQuote(end);
      }
    }
    return new Word(Escapes.take(text, open + 1, end - 1), new Span(source, open, end));
  }

  private void textAfterQuote(int end) {
    char c = text.charAt(end);
    var mark = new Span(source, end, end + 1);
    faults.add(
        TEXT_AFTER_QUOTE,
        mark,
        "only white space, \";\" or \"{\" may follow a closing quote, not " + Shown.letter(c),
        "put a blank after the quote, or write \" for a quote inside the text",
        "unexpected \"" + c + "\"",
        mark);
    held = end;
  }

  /** Reports the quote and reads on as if it had been closed on its own line. */
  private Word unclosed(int open, char quote) {
    boolean closedLater = at < text.length();
    String nginx =
        overflowed
            ? unterminated(quote)
            : closedLater ? "unexpected \"" + text.charAt(at) + "\"" : END_OF_FILE;
    var mark = new Span(source, open, open + 1);
    var nginxAt = overflowed ? mark : new Span(source, at, at);
    faults.add(
        UNCLOSED_QUOTE,
        mark,
        "the quote " + quote + " that opens here is not closed on its line",
        "close it with " + quote + " where the text ends",
        nginx,
        nginxAt);
    overflowed = false;
    int end = text.indexOf('\n', open);
    end = end < 0 ? text.length() : end;
    while (end > open + 1 && blank(text.charAt(end - 1))) {
      end--;
    }
    if (end > open + 1 && (text.charAt(end - 1) == ';' || text.charAt(end - 1) == '{')) {
      end--;
    }
    at = end;
    held = at;
    return new Word(Escapes.take(text, open + 1, end), new Span(source, open, end));
  }

  private Token close(List<Word> words, Span brace) {
    if (words.isEmpty()) {
      return new Token.Close(brace);
    }
    waiting.add(new Token.Close(brace));
    return unterminated(words, "unexpected \"}\"", brace);
  }

  private Token end(List<Word> words) {
    var end = new Span(source, at, at);
    if (words.isEmpty()) {
      return new Token.End(end);
    }
    waiting.add(new Token.End(end));
    return unterminated(words, END_OF_FILE, end);
  }

  private Token unterminated(List<Word> words, String nginx, Span nginxAt) {
    int whole = words.getLast().span().end();
    var meant = Ending.of(words.removeLast());
    words.add(meant.word());
    for (int brace = whole; brace > whole - meant.braces(); brace--) {
      waiting.addFirst(new Token.Close(new Span(source, brace - 1, brace)));
    }
    int end = meant.word().span().end();
    // after an unclosed quote the end of the file is that quote's doing
    boolean alreadySaid =
        !faults.list().isEmpty()
            && faults.list().getLast().kind() == UNCLOSED_QUOTE
            && faults.list().getLast().at().start() == words.getLast().span().start();
    if (!alreadySaid) {
      faults.add(
          MISSING_SEMICOLON,
          new Span(source, end, end + meant.mark()),
          "\"" + Shown.name(words) + "\" does not end with \";\"",
          meant.mark() > 0 ? "write \";\" for this mark" : "add \";\" here",
          nginx,
          nginxAt);
    }
    return new Token.Statement(words, new Span(source, end, end), false);
  }

  private void unexpected(char c, Span mark) {
    boolean semicolon = c == ';';
    faults.add(
        semicolon ? EMPTY_STATEMENT : NAMELESS_BLOCK,
        mark,
        semicolon ? "\";\" ends nothing" : "\"{\" opens a block that has no name",
        semicolon ? "delete it" : "write the block's name before it, or delete it",
        "unexpected \"" + c + "\"",
        mark);
    held = at;
  }

  private void advance() {
    at++;
    overflowed |= at < text.length() && at - held == WINDOW;
  }

  private void reportOverflow(String what, String fix) {
    if (overflowed) {
      var start = text.substring(held, held + 10);
      reportOverflow(what, fix, "too long parameter \"" + start + "...\" started");
    }
  }

  private void reportOverflow(String what, String fix, String nginx) {
    if (!overflowed) {
      return;
    }
    overflowed = false;
    var began = new Span(source, held, held);
    var message = what + " is longer than nginx's 4,095 bytes";
    faults.add(TOO_LONG, new Span(source, held, at), message, fix, nginx, began);
    held = at;
  }

  private static String unterminated(char quote) {
    return "too long parameter, probably missing terminating \"" + quote + "\" character";
  }

  private static boolean mayFollowQuote(char c) {
    return blank(c) || c == ';' || c == '{' || c == ')';
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
