package lab.nginx.generate;

import lab.nginx.syntax.SourceText;

/**
 * The line that a person wrote.
 *
 * @param source the person's file
 * @param line from 1
 */
public record Origin(SourceText source, int line) {
  @Override
  public String toString() {
    return source.path() + ":" + line;
  }
}
