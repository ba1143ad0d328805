package lab.nginx.syntax;

import java.util.List;

/**
 * The statements between two braces.
 *
 * @param directives in file order; an {@code include} stands as the statement it is
 * @param open the opening brace
 * @param close the closing brace; empty at the end of the file when it is missing
 */
public record Block(List<Directive> directives, Span open, Span close) {
  public Block {
    directives = List.copyOf(directives);
  }
}
