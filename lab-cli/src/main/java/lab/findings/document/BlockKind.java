package lab.findings.document;

/** What a piece of Markdown is: it decides how its words are read. */
public enum BlockKind {
  HEADING,
  PARAGRAPH,
  ITEM,
  ROW,
  QUOTE,
  CODE
}
