package lab.findings.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown to blocks with source offsets; HTML and comments are dropped. */
public final class MarkdownReader {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private static final int BOLD_LEVEL = 2;
  private static final int MOST_WORDS = 8;

  private MarkdownReader() {}

  /** The blocks of {@code markdown}, in the order in which they are read. */
  public static List<Block> read(String markdown) {
    var blocks = new Blocks(markdown);
    PARSER.parse(markdown).accept(blocks);
    return blocks.found;
  }

  private static final class Blocks extends AbstractVisitor {
    private final String source;
    private final List<Block> found = new ArrayList<>();
    private List<String> columns = List.of();
    private int depth;
    private boolean quoted;

    Blocks(String source) {
      this.source = source;
    }

    @Override
    public void visit(Heading heading) {
      add(BlockKind.HEADING, heading.getLevel(), heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (quoted) {
        add(BlockKind.QUOTE, 0, paragraph);
      } else if (depth == 0 && isBoldLine(paragraph)) {
        add(BlockKind.HEADING, BOLD_LEVEL, paragraph);
      } else if (depth > 0) {
        add(BlockKind.ITEM, depth, paragraph);
      } else {
        add(BlockKind.PARAGRAPH, 0, paragraph);
      }
    }

    /** Many write a heading in bold: a short line of its own, all of it bold. */
    private static boolean isBoldLine(Paragraph paragraph) {
      var only = paragraph.getFirstChild();
      return only instanceof StrongEmphasis
          && only.getNext() == null
          && only.getFirstChild() instanceof Text words
          && words.getNext() == null
          && words.getLiteral().split("\\s+").length <= MOST_WORDS
          && !words.getLiteral().matches(".*[^\\d][.!]");
    }

    @Override
    public void visit(ListItem item) {
      depth++;
      visitChildren(item);
      depth--;
    }

    @Override
    public void visit(BlockQuote quote) {
      boolean outer = quoted;
      quoted = true;
      visitChildren(quote);
      quoted = outer;
    }

    @Override
    public void visit(FencedCodeBlock code) {
      literal(code, code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      literal(code, code.getLiteral());
    }

    @Override
    public void visit(CustomBlock table) {
      visitChildren(table);
      columns = List.of();
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow row) {
        boolean head = row.getParent() instanceof TableHead;
        if (head) {
          columns = cells(row);
        } else {
          add(BlockKind.ROW, 0, row);
        }
      } else {
        visitChildren(node);
      }
    }

    private List<String> cells(TableRow row) {
      var cells = new ArrayList<String>();
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        var inlines = new Inlines(source);
        cell.accept(inlines);
        cells.add(inlines.text.build().text());
      }
      return cells;
    }

    private void add(BlockKind kind, int level, Node node) {
      var inlines = new Inlines(source);
      node.accept(inlines);
      if (!inlines.text.isBlank()) {
        found.add(
            new Block(
                kind, level, inlines.text.build(), kind == BlockKind.ROW ? columns : List.of()));
      }
    }

    private void literal(Node node, String literal) {
      var text = new MappedText.Builder();
      var spans = node.getSourceSpans();
      text.add(literal, spans.isEmpty() ? 0 : spans.getFirst().getInputIndex(), 1);
      found.add(new Block(BlockKind.CODE, 0, text.build(), List.of()));
    }
  }

  private static final class Inlines extends AbstractVisitor {
    private final String source;
    private final MappedText.Builder text = new MappedText.Builder();

    Inlines(String source) {
      this.source = source;
    }

    @Override
    public void visit(Text node) {
      add(node, node.getLiteral(), 0);
    }

    @Override
    public void visit(Code node) {
      add(node, node.getLiteral(), 1);
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.glue('\n');
    }

    @Override
    public void visit(HardLineBreak node) {
      text.glue('\n');
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableCell && node.getPrevious() != null) {
        text.glue(' ');
        text.glue('|');
        text.glue(' ');
      }
      visitChildren(node);
    }

    private void add(Node node, String literal, int marks) {
      var spans = node.getSourceSpans();
      if (spans.isEmpty()) {
        text.add(literal, 0, 0);
        return;
      }
      var span = spans.getFirst();
      int from = span.getInputIndex() + marks;
      // A span may be longer than its text: blanks at the end of a paragraph are no part of it.
      boolean verbatim = source.startsWith(literal, from);
      text.add(literal, from, verbatim ? literal.length() : span.getLength() - 2 * marks);
    }
  }
}
