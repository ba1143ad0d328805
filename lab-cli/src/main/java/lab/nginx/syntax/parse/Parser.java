package lab.nginx.syntax.parse;

import static lab.nginx.syntax.Fault.Kind.BLOCK_IN_TABLE;
import static lab.nginx.syntax.Fault.Kind.EXTRA_BRACE;
import static lab.nginx.syntax.Fault.Kind.LUA_BLOCK;
import static lab.nginx.syntax.Fault.Kind.UNCLOSED_BLOCK;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.nginx.syntax.Block;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * Reads one file into statements, listing every fault; the stack is its own, so that no depth of
 * blocks can overflow the thread's.
 */
public final class Parser {
  /** Blocks whose statements are rows of a table: any first word, no blocks inside. */
  private static final Set<String> TABLES =
      Set.of("types", "map", "geo", "split_clients", "charset_map");

  /** Names that begin a block and are unlikely as a table's key. */
  private static final Set<String> BLOCKS =
      Set.of("http", "events", "server", "location", "upstream", "map", "types", "geo");

  private final SourceText source;
  private final Limits limits;
  private final Faults faults;
  private final Lexer lexer;
  private final Indentation indentation = new Indentation();
  private final Deque<Frame> open = new ArrayDeque<>();
  private final boolean insideTable;
  private final int depthOutside;
  private int statements;
  private int words;

  private Parser(
      SourceText source, Limits limits, boolean insideTable, int depthOutside, int statements) {
    this.depthOutside = depthOutside;
    this.statements = statements;
    this.source = source;
    this.limits = limits;
    this.insideTable = insideTable;
    this.faults = new Faults(limits.faults());
    this.lexer = new Lexer(source, faults);
  }

  /** Reads a file on its own; includes stay the statements that they are. */
  public static ParseResult parse(SourceText source) {
    return parse(source, Limits.GENEROUS, false, 0, 0);
  }

  /**
   * Reads a file.
   *
   * @param insideTable whether it is included from a block such as {@code map}, whose rows are not
   *     directives
   * @param depthOutside blocks around the include that brings the file
   * @param statements those read before it
   */
  public static ParseResult parse(
      SourceText source, Limits limits, boolean insideTable, int depthOutside, int statements) {
    return new Parser(source, limits, insideTable, depthOutside, statements).run();
  }

  private ParseResult run() {
    var top = new ArrayList<Directive>();
    if (source.length() > limits.fileBytes()) {
      faults.limit(
          new Span(source, limits.fileBytes(), limits.fileBytes()),
          "the file is larger than " + limits.fileBytes() + " bytes");
      return new ParseResult(source, top, faults.list());
    }
    boolean more = true;
    while (more && !faults.full()) {
      more =
          switch (lexer.next()) {
            case Token.Statement statement -> accept(statement, top);
            case Token.Close close -> close(close.brace(), top);
            case Token.End end -> finish(end.at());
          };
    }
    while (!open.isEmpty()) {
      pop(nowhere(), top);
    }
    return new ParseResult(source, top, faults.list());
  }

  private boolean accept(Token.Statement statement, List<Directive> top) {
    statements++;
    words += statement.words().size();
    if (overLimit(statement)) {
      return false;
    }
    if (!statement.opensBlock()) {
      siblings(top)
          .add(
              new Directive(
                  statement.words().getFirst(),
                  tail(statement),
                  Optional.empty(),
                  statement.terminator()));
      return true;
    }
    if (statement.words().isEmpty()) {
      open.push(new Frame(statement, inTable()));
      return true;
    }
    var name = statement.words().getFirst().text();
    if (name.endsWith("_by_lua_block")) {
      return skipLua(statement, name);
    }
    if (inTable()) {
      blockInTable(statement, name, top);
    }
    open.push(new Frame(statement, inTable() || TABLES.contains(name)));
    return true;
  }

  private boolean overLimit(Token.Statement statement) {
    var at = statement.terminator();
    if (statements > limits.statements()) {
      faults.limit(at, "more than " + limits.statements() + " statements");
    } else if (words > limits.words()) {
      faults.limit(at, "more than " + limits.words() + " words");
    } else if (statement.opensBlock() && depthOutside + open.size() >= limits.depth()) {
      faults.limit(at, "blocks more than " + limits.depth() + " deep");
    } else {
      return false;
    }
    return true;
  }

  private void blockInTable(Token.Statement statement, String name, List<Directive> top) {
    var brace = statement.terminator();
    if (BLOCKS.contains(name) && !open.isEmpty()) {
      var table = open.element();
      unclosed(table, "unexpected \"{\"", brace);
      pop(nowhere(), top);
      return;
    }
    faults.add(
        BLOCK_IN_TABLE,
        brace,
        "a table has rows, not blocks",
        "end the row with \";\", or quote the brace if it belongs to a word",
        "unexpected \"{\"",
        brace);
  }

  private boolean skipLua(Token.Statement statement, String name) {
    faults.add(
        LUA_BLOCK,
        statement.words().getFirst().span(),
        "\"" + name + "\" holds Lua, which the stock nginx does not read",
        "express it with nginx's own directives",
        "unknown directive \"" + name + "\"",
        statement.terminator());
    lexer.resumeAt(Lua.skip(source.text(), statement.terminator().end()));
    return true;
  }

  private boolean close(Span brace, List<Directive> top) {
    if (open.isEmpty()) {
      var culprit = indentation.strayBrace().orElse(brace);
      faults.add(
          EXTRA_BRACE,
          culprit,
          "this \"}\" closes nothing, or closes a block too early",
          "delete it",
          "unexpected \"}\"",
          brace);
      return true;
    }
    indentation.closed(open.element().opening(), brace);
    pop(brace, top);
    return true;
  }

  private boolean finish(Span end) {
    for (var frame : open) {
      unclosed(frame, "unexpected end of file, expecting \"}\"", end);
    }
    return false;
  }

  private void unclosed(Frame frame, String nginx, Span nginxAt) {
    var culprit = indentation.unclosedBlock().orElse(frame.opening());
    faults.add(
        UNCLOSED_BLOCK,
        culprit,
        "the block that opens here is not closed",
        "add \"}\" where it ends",
        nginx,
        nginxAt);
  }

  private void pop(Span brace, List<Directive> top) {
    var frame = open.pop();
    var opening = frame.statement().terminator();
    if (frame.statement().words().isEmpty()) {
      siblings(top).addAll(frame.children());
      return;
    }
    var block = new Block(frame.children(), opening, brace);
    siblings(top)
        .add(
            new Directive(
                frame.statement().words().getFirst(),
                tail(frame.statement()),
                Optional.of(block),
                opening));
  }

  /** Stands for a closing brace that is missing. */
  private Span nowhere() {
    return new Span(source, source.length(), source.length());
  }

  private boolean inTable() {
    return open.isEmpty() ? insideTable : open.element().table();
  }

  private List<Directive> siblings(List<Directive> top) {
    return open.isEmpty() ? top : open.element().children();
  }

  private static List<Word> tail(Token.Statement statement) {
    return statement.words().subList(1, statement.words().size());
  }

  /** A block whose end has not been read yet. */
  private record Frame(Token.Statement statement, boolean table, List<Directive> children) {
    Frame(Token.Statement statement, boolean table) {
      this(statement, table, new ArrayList<>());
    }

    /** The statement's first byte, or its brace if it has no words. */
    Span opening() {
      return statement.words().isEmpty()
          ? statement.terminator()
          : statement.words().getFirst().span();
    }
  }
}
