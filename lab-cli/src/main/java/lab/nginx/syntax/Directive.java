package lab.nginx.syntax;

import java.util.List;
import java.util.Optional;

/**
 * One statement: its name, its arguments and, if it has one, its block.
 *
 * @param name the first word
 * @param args the words after it
 * @param block what stands between its braces; empty for a statement that ends in {@code ;}
 * @param terminator the {@code ;} or the opening brace, which is the line nginx names in its errors
 */
public record Directive(Word name, List<Word> args, Optional<Block> block, Span terminator) {
  public Directive {
    args = List.copyOf(args);
  }

  /** The name as nginx compares it: exactly, after unquoting. */
  public boolean is(String expected) {
    return name.text().equals(expected);
  }

  /** Whether the first argument is this one; never so where there is none. */
  public boolean saysFirst(String expected) {
    return !args.isEmpty() && args.getFirst().text().equals(expected);
  }

  /** This statement with other statements in its block; itself when it has no block. */
  public Directive with(List<Directive> inner) {
    return new Directive(
        name, args, block.map(old -> new Block(inner, old.open(), old.close())), terminator);
  }
}
