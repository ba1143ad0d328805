package lab.findings.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.findings.language.Token;
import lab.findings.language.Tokenizer;

/** Cuts a write-up into sentences. */
public final class WriteUpReader {
  private static final Pattern STOP = Pattern.compile("(?<=[.!?])[\"'”)\\]]*\\s+|\\n");
  private static final Set<String> ABBREVIATED =
      Set.of("e.g.", "i.e.", "vs.", "approx.", "resp.", "ca.", "no.", "incl.", "avg.", "max.");
  private static final Pattern ARROW = Pattern.compile("->|=>|→|<-|=|\\(\\+\\)|\\(-\\)");

  /** A plus or a minus that opens a line of strengths and weaknesses. */
  private static final Pattern SIGNED = Pattern.compile("(?:[+−–—-]|\\([+−-]\\))\\s");

  /** Tokens of a sentence; what runs on for longer is cut, for nobody means it as one. */
  private static final int LONGEST = 160;

  /** A line of a list that was written without marks: "async: no thread for a quiet client". */
  private static final Pattern LABELLED = Pattern.compile("[\\w/' -]{1,20}:\\s");

  /** Up to four words that stand for themselves. */
  private static final Pattern LABEL =
      Pattern.compile("((?:[\\w'-]+\\s+){0,3}[\\w'-]+)\\s*(?:[.:—]|\\n|$)");

  private static final int SHORT_LINE = 60;
  private static final int VERY_SHORT_LINE = 40;

  /** Characters by which wrapped lines may differ, for editors count them in their own ways. */
  private static final int SLACK = 10;

  private final Tokenizer tokenizer;

  public WriteUpReader(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  public WriteUp read(String markdown) {
    var sentences = new ArrayList<Sentence>();
    var section = Section.NONE;
    for (var block : MarkdownReader.read(markdown)) {
      if (block.kind() == BlockKind.HEADING) {
        section = after(section, block);
      }
      if (block.kind() == BlockKind.PARAGRAPH) {
        section = announced(block).orElse(section);
      }
      if (block.kind() != BlockKind.CODE) {
        add(sentences, block, section);
      }
    }
    return new WriteUp(markdown, sentences);
  }

  private static Section after(Section before, Block heading) {
    var opened = Section.opened(heading.text().text());
    return opened == Section.NONE && heading.level() > 2 ? before : opened;
  }

  /** The section that a paragraph announces with its first words: "Routing. Checks: virtual." */
  private static Optional<Section> announced(Block block) {
    var found = LABEL.matcher(block.text().text());
    return found.lookingAt()
        ? Optional.of(Section.opened(found.group(1))).filter(each -> each != Section.NONE)
        : Optional.empty();
  }

  private void add(List<Sentence> into, Block block, Section section) {
    var text = block.text().text();
    int from = 0;
    var stops = STOP.matcher(text);
    while (block.kind() != BlockKind.ROW && stops.find()) {
      if (ends(text, from, stops.start(), stops.group())) {
        addOne(into, block, section, from, stops.end());
        from = stops.end();
      }
    }
    addOne(into, block, section, from, text.length());
  }

  private static boolean ends(String text, int from, int at, String stop) {
    var before = text.substring(from, at);
    if (stop.startsWith("\n") && !before.matches("(?s).*[.!?]$")) {
      var line = before.substring(before.lastIndexOf('\n') + 1);
      var next = text.substring(at).strip();
      boolean fresh = next.isEmpty() || !Character.isLowerCase(next.charAt(0));
      boolean brief = line.length() < (fresh ? SHORT_LINE : VERY_SHORT_LINE);
      boolean arrows =
          ARROW.matcher(line).find() && ARROW.matcher(next.lines().findFirst().orElse("")).find();
      return arrows
          || SIGNED.matcher(next).lookingAt()
          || (LABELLED.matcher(text).lookingAt() && LABELLED.matcher(next).lookingAt())
          || ((brief || isBrokenEarly(text, line, next)) && !line.endsWith(","));
    }
    var last = before.substring(before.lastIndexOf(' ') + 1);
    return !ABBREVIATED.contains(last.toLowerCase(java.util.Locale.ROOT));
  }

  /** Whether the next word would have had room on the line: then its end was meant. */
  private static boolean isBrokenEarly(String text, String line, String next) {
    int widest = text.lines().mapToInt(String::length).max().orElse(0);
    int word = next.isEmpty() ? 0 : next.split("\\s", 2)[0].length();
    return line.length() + 1 + word + SLACK <= widest;
  }

  private void addOne(List<Sentence> into, Block block, Section section, int from, int to) {
    var text = block.text().text().substring(from, to);
    var tokens =
        new ArrayList<>(tokenizer.tokens(text, index -> block.text().offset(from + index)));
    if (block.kind() == BlockKind.ROW) {
      tokens.replaceAll(WriteUpReader::inRow);
    }
    boolean asked = isAsked(tokens);
    while (!tokens.isEmpty() && isStop(tokens.getLast())) {
      tokens.removeLast();
    }
    for (int i = 0; i < tokens.size(); i += LONGEST) {
      var part = tokens.subList(i, Math.min(tokens.size(), i + LONGEST));
      into.add(new Sentence(part, block, section, asked));
    }
  }

  /** A row stays one sentence, so that each cell keeps its column; a stop parts its statements. */
  private static Token inRow(Token token) {
    return token.is(".") && token.kind() == Token.Kind.MARK
        ? new Token(token.text(), ";", Token.Kind.MARK, 0, token.start(), token.end())
        : token;
  }

  /** Whether a question mark ends it; one that ends a remark in brackets asks only the remark. */
  private static boolean isAsked(List<Token> tokens) {
    int last = tokens.size() - 1;
    boolean bracket = false;
    while (last >= 0 && (tokens.get(last).is(")") || isStop(tokens.get(last)))) {
      if (tokens.get(last).is("?")) {
        return !bracket || tokens.subList(1, last).stream().noneMatch(token -> token.is("("));
      }
      bracket |= tokens.get(last).is(")");
      last--;
    }
    return false;
  }

  private static boolean isStop(Token token) {
    return token.kind() == Token.Kind.MARK && ".?!".contains(token.stem());
  }
}
