package lab.jshell.shell;

import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import lab.jshell.session.Session;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** What JShell's analysis means for a line editor: is it complete, and how may it go on. */
final class Lines implements Parser, Completer {
  private static final int MOST_CANDIDATES = 200;

  private final Session session;

  Lines(Session session) {
    this.session = session;
  }

  /**
   * A text with a place in it.
   *
   * @param word the name that is being typed
   */
  private record Place(String line, int cursor, String word) implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !isWhole(line)) {
      throw new EOFError(-1, cursor, "more is needed", "");
    }
    int from = cursor;
    while (from > 0 && Character.isJavaIdentifierPart(line.charAt(from - 1))) {
      from--;
    }
    return new Place(line, cursor, line.substring(from, cursor));
  }

  private boolean isWhole(String line) {
    if (line.isBlank() || line.stripLeading().startsWith("/")) {
      return true;
    }
    var rest = line;
    while (!rest.isBlank()) {
      var info = session.analysis().analyzeCompletion(rest);
      if (info.completeness() == Completeness.DEFINITELY_INCOMPLETE
          || info.completeness() == Completeness.CONSIDERED_INCOMPLETE) {
        return false;
      }
      if (info.remaining().length() >= rest.length()) {
        return true;
      }
      rest = info.remaining();
    }
    return true;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.line().stripLeading().startsWith("/")) {
      Commands.NAMES.stream()
          .map(name -> name.substring(1))
          .forEach(name -> candidates.add(new Candidate(name)));
      return;
    }
    suggestions(line).stream()
        .map(SourceCodeAnalysis.Suggestion::continuation)
        .distinct()
        .limit(MOST_CANDIDATES)
        .map(text -> new Candidate(text, text, null, null, null, null, false))
        .forEach(candidates::add);
  }

  private List<SourceCodeAnalysis.Suggestion> suggestions(ParsedLine line) {
    var all = session.analysis().completionSuggestions(line.line(), line.cursor(), new int[1]);
    var fitting = all.stream().filter(SourceCodeAnalysis.Suggestion::matchesType).toList();
    return fitting.isEmpty() || !line.word().isEmpty() ? all : fitting;
  }
}
