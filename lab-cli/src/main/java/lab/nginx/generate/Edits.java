package lab.nginx.generate;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * Replacements of bytes, by file; none of them adds or removes a line.
 *
 * <p>A file that is included twice is edited once.
 */
final class Edits {
  /** New bytes for those from one offset to another. */
  record Edit(int end, String text) {}

  private final Map<SourceText, NavigableMap<Integer, Edit>> replacements = new HashMap<>();
  private final Map<SourceText, NavigableMap<Integer, String>> insertions = new HashMap<>();

  void replace(Span span, String text) {
    if (text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("an edit must stay on its line");
    }
    of(replacements, span.source()).put(span.start(), new Edit(span.end(), keepLines(span, text)));
  }

  void replace(Word word, String text) {
    replace(word.span(), Words.quote(text));
  }

  /** Changes a word as it is now, be it replaced already or not. */
  void amend(Word word, UnaryOperator<String> change) {
    var span = word.span();
    var edit = of(replacements, span.source()).get(span.start());
    if (edit != null) {
      replacements(span.source())
          .put(span.start(), new Edit(edit.end(), change.apply(edit.text())));
    } else if (!change.apply(word.text()).equals(word.text())) {
      replace(word, change.apply(word.text()));
    }
  }

  /** Takes a statement away. */
  void remove(Directive statement) {
    replace(whole(statement), "");
  }

  /** Adds text behind other text that was added at the same place; the same text only once. */
  void insert(SourceText source, int offset, String text) {
    of(insertions, source)
        .merge(offset, text, (old, more) -> old.contains(more) ? old : old + more);
  }

  /** Adds text right after a statement's opening brace. */
  void insertInside(Directive block, String text) {
    insert(block.terminator().source(), block.terminator().end(), text);
  }

  /** Adds words at a statement's end. */
  void append(Directive statement, String text) {
    var end = statement.terminator();
    insert(end.source(), end.start(), " " + text);
  }

  /** The replacements of a file, by their first byte. */
  NavigableMap<Integer, Edit> replacements(SourceText source) {
    return of(replacements, source);
  }

  /** The insertions of a file, by the byte before which they go. */
  NavigableMap<Integer, String> insertions(SourceText source) {
    return of(insertions, source);
  }

  private static Span whole(Directive statement) {
    var first = statement.name().span();
    var last = statement.block().map(block -> block.close()).orElse(statement.terminator());
    return new Span(first.source(), first.start(), last.end());
  }

  private static String keepLines(Span span, String text) {
    long lines = span.raw().chars().filter(c -> c == '\n').count();
    return text + "\n".repeat((int) lines);
  }

  private static <T> NavigableMap<Integer, T> of(
      Map<SourceText, NavigableMap<Integer, T>> edits, SourceText source) {
    return edits.computeIfAbsent(source, key -> new TreeMap<>());
  }
}
