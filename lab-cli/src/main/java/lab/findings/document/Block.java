package lab.findings.document;

import java.util.List;

/**
 * A heading, paragraph, list item, table row, quotation or code fence of a write-up.
 *
 * @param kind what it is
 * @param level depth of a heading or of a list item, from 1; 0 otherwise
 * @param text its words; the cells of a row are separated by {@code |}
 * @param columns the head of the table a row belongs to, one entry a column; empty elsewhere
 */
public record Block(BlockKind kind, int level, MappedText text, List<String> columns) {
  public Block {
    columns = List.copyOf(columns);
  }
}
