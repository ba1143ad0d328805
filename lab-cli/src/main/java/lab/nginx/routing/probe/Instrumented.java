package lab.nginx.routing.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lab.nginx.generate.GenerateOptions;
import lab.nginx.generate.Generated;
import lab.nginx.generate.Generator;
import lab.nginx.routing.Explanation.Place;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;
import lab.nginx.syntax.closure.ConfigFiles;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.parse.Limits;

/**
 * The generated copy with a log line for each server and location that tells which one it was, and
 * nginx's debug messages in a log.
 *
 * <p>An access log is read in the block that a request ends in, whatever the answer: a marker
 * header would be lost with a closed connection.
 *
 * @param text the file, one {@code char} a byte
 * @param marks which block each mark stands for; the position is the mark
 */
public record Instrumented(String text, List<Mark> marks) {
  /**
   * A block that can serve.
   *
   * @param server {@code file:line} of the server
   * @param location empty for the server itself
   */
  public record Mark(String server, Optional<Place> location) {}

  public Instrumented {
    marks = List.copyOf(marks);
  }

  /**
   * Writes the copy.
   *
   * @throws lab.problem.ProblemException when the file cannot be rewritten
   */
  public static Instrumented of(Configuration configuration, GenerateOptions options) {
    var generated = Generator.generate(configuration, options);
    return new Writer(configuration, generated, options.folder()).write();
  }

  /** Where nginx writes the mark of each request, one JSON object a line. */
  public static Path marksLog(Path folder) {
    return folder.resolve("marks.ndjson");
  }

  /** Where nginx writes its debug messages, if it was built to have any. */
  public static Path debugLog(Path folder) {
    return folder.resolve("debug.log");
  }

  /** Inserts the log lines. */
  private static final class Writer {
    private final Configuration configuration;
    private final Generated generated;
    private final Path folder;
    private final List<Mark> marks = new ArrayList<>();
    private final TreeMap<Integer, String> insertions = new TreeMap<>();
    private final TreeMap<Integer, Integer> removals = new TreeMap<>();

    Writer(Configuration configuration, Generated generated, Path folder) {
      this.configuration = configuration;
      this.generated = generated;
      this.folder = folder;
    }

    Instrumented write() {
      var main = Path.of("/generated/nginx.conf");
      var copy = Configuration.load(main, new OneFile(generated.bytes()), Limits.GENEROUS);
      insertions.put(0, "error_log " + debugLog(folder) + " debug; ");
      for (var statement : copy.directives()) {
        if (statement.is("http")) {
          blocks(statement, "");
          formats(statement);
        } else {
          removeLog(statement);
        }
      }
      return new Instrumented(edited(), marks);
    }

    private void blocks(Directive outer, String server) {
      for (var statement : outer.block().orElseThrow().directives()) {
        removeLog(statement);
        if (statement.block().isEmpty() || !routes(statement)) {
          continue;
        }
        var at = place(statement);
        boolean isServer = statement.is("server");
        var here = isServer ? at : server;
        if (isServer || statement.is("location")) {
          mark(
              statement,
              new Mark(here, isServer ? Optional.empty() : Optional.of(location(statement, at))));
        }
        blocks(statement, here);
      }
    }

    private static boolean routes(Directive statement) {
      return List.of("server", "location", "if", "limit_except").contains(statement.name().text());
    }

    private static Place location(Directive statement, String at) {
      return new Place(
          at, statement.args().stream().map(Word::text).collect(Collectors.joining(" ")));
    }

    private String place(Directive statement) {
      var origin = generated.origin(statement.name().span().line()).orElseThrow();
      return configuration.nameOf(origin.source()) + ":" + origin.line();
    }

    private void mark(Directive block, Mark mark) {
      int number = marks.size();
      marks.add(mark);
      insertions.put(
          block.terminator().end(),
          " access_log " + marksLog(folder) + " lab_mark_" + number + ";");
    }

    private void formats(Directive http) {
      var formats = new StringBuilder();
      for (int number = 0; number < marks.size(); number++) {
        formats
            .append(" log_format lab_mark_")
            .append(number)
            .append(" escape=json '{\"mark\":")
            .append(number)
            .append(",\"asked\":\"$upstream_addr\"}';");
      }
      insertions.put(http.terminator().end(), formats.toString());
    }

    private void removeLog(Directive statement) {
      if (statement.is("access_log") || statement.is("error_log")) {
        removals.put(statement.name().span().start(), statement.terminator().end());
      }
    }

    private String edited() {
      var text = generated.text();
      var out = new StringBuilder();
      int at = 0;
      while (at < text.length()) {
        out.append(insertions.getOrDefault(at, ""));
        var removed = removals.get(at);
        if (removed == null) {
          out.append(text.charAt(at++));
        } else {
          out.append(
              "\n"
                  .repeat(
                      (int) text.substring(at, removed).chars().filter(c -> c == '\n').count()));
          at = removed;
        }
      }
      return out.toString();
    }
  }

  /** The generated file, which includes nothing. */
  private static final class OneFile implements ConfigFiles {
    private final byte[] bytes;

    OneFile(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public byte[] read(Path file, int limitBytes) throws IOException {
      if (!file.endsWith("nginx.conf")) {
        throw new NoSuchFileException(file.toString());
      }
      return bytes;
    }

    @Override
    public List<String> names(Path folder) {
      return List.of();
    }
  }

  /** The bytes to write. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
