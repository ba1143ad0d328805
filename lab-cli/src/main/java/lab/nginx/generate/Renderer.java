package lab.nginx.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.closure.Includes;
import lab.nginx.syntax.parse.Parser;

/**
 * Puts edited files together into one: the content of an included file takes the place of its
 * {@code include}, on lines of its own, so that every line has one origin.
 */
final class Renderer {
  private final Configuration configuration;
  private final Edits edits;
  private final Map<Span, Set<SourceText>> brought;
  private final StringBuilder text = new StringBuilder();
  private final List<Origin> origins = new ArrayList<>();

  Renderer(Configuration configuration, Edits edits) {
    this.configuration = configuration;
    this.edits = edits;
    this.brought = new HashMap<>();
    for (var include : Includes.in(configuration.written())) {
      brought.put(span(include), new LinkedHashSet<>()); // one that brings nothing goes, too
    }
    for (var inclusion : configuration.inclusions()) {
      brought
          .computeIfAbsent(span(inclusion.include()), key -> new LinkedHashSet<>())
          .add(inclusion.file());
    }
  }

  /**
   * The file.
   *
   * @throws IllegalStateException when it would have nginx read another file
   */
  Generated render(int speed, List<String> notes, Map<Integer, Integer> ports) {
    write(configuration.main());
    var generated = new Generated(text.toString(), speed, notes, ports, origins);
    var read = Parser.parse(new SourceText(configuration.main().path(), generated.bytes()));
    if (!Includes.in(read.directives()).isEmpty()) {
      throw new IllegalStateException("an include is left in the generated file");
    }
    return generated;
  }

  private void write(SourceText source) {
    var replacements = edits.replacements(source);
    var insertions = edits.insertions(source);
    var includes = includesIn(source);
    var marks = new TreeSet<Integer>(insertions.keySet());
    marks.addAll(replacements.keySet());
    marks.addAll(includes.keySet());
    origins.add(new Origin(source, 1));
    int at = 0;
    for (int mark : marks) {
      if (mark < at) {
        continue; // inside a statement that was taken away
      }
      append(source, source.text().substring(at, mark), at);
      at = mark;
      text.append(insertions.getOrDefault(mark, ""));
      var include = includes.get(mark);
      var edit = replacements.get(mark);
      if (include != null) {
        at = include.end();
        bring(include, source.position(at).line());
      } else if (edit != null) {
        append(source, edit.text(), at);
        at = edit.end();
      }
    }
    append(source, source.text().substring(at), at);
  }

  /** Writes the files that an include brings, then goes on with the including file's own line. */
  private void bring(Span include, int line) {
    for (var file : brought.getOrDefault(include, Set.of())) {
      text.append('\n');
      write(file);
    }
    text.append('\n');
    origins.add(new Origin(include.source(), line));
  }

  private void append(SourceText source, String piece, int at) {
    int line = source.position(at).line();
    for (int k = 0; k < piece.length(); k++) {
      char c = piece.charAt(k);
      text.append(c);
      if (c == '\n') {
        line++;
        origins.add(new Origin(source, line));
      }
    }
  }

  private Map<Integer, Span> includesIn(SourceText source) {
    var found = new TreeMap<Integer, Span>();
    for (var include : brought.keySet()) {
      if (include.source() == source) {
        found.put(include.start(), include);
      }
    }
    return found;
  }

  private static Span span(Directive include) {
    return new Span(
        include.name().span().source(), include.name().span().start(), include.terminator().end());
  }
}
