package lab.nginx.syntax.parse;

import java.util.List;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.SourceText;

/**
 * What was read from one file: all that could be read, and every mistake on the way.
 *
 * @param source the file
 * @param directives its outermost statements, in file order, includes not followed
 * @param faults in the order in which nginx would meet them: the first is the one it reports
 */
public record ParseResult(SourceText source, List<Directive> directives, List<Fault> faults) {
  public ParseResult {
    directives = List.copyOf(directives);
    faults = List.copyOf(faults);
  }

  public boolean ok() {
    return faults.isEmpty();
  }
}
