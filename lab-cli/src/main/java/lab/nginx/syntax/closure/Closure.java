package lab.nginx.syntax.closure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.Marks;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.parse.Limits;
import lab.nginx.syntax.parse.Parser;

/** Follows includes as nginx does, and refuses what would make nginx follow them for ever. */
final class Closure {
  private final SourceText main;
  private final Path folder;
  private final ConfigFiles files;
  private final Glob glob;
  private final Limits limits;
  private final Map<Path, SourceText> read = new LinkedHashMap<>();
  private final Deque<Path> active = new ArrayDeque<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Inclusion> followed = new ArrayList<>();
  private boolean stopped;
  private int bytes;
  private int statements;

  Closure(SourceText main, ConfigFiles files, Limits limits) {
    this.main = main;
    this.files = files;
    this.glob = new Glob(files);
    this.limits = limits;
    var parent = main.path().getParent();
    this.folder = parent == null ? Path.of("") : parent;
    read.put(identity(main.path()), main);
  }

  Configuration close() {
    var written = follow(main, "", 0);
    return new Configuration(
        main, List.copyOf(read.values()), written, Includes.strip(written, ""), followed, faults);
  }

  private List<Directive> follow(SourceText source, String enclosing, int depth) {
    bytes += source.length();
    var parsed = Parser.parse(source, limits, Includes.isTable(enclosing), depth, statements);
    active.push(identity(source.path()));
    var pending = new ArrayDeque<>(parsed.faults());
    var all = expand(parsed.directives(), enclosing, depth, pending);
    faults.addAll(pending);
    active.pop();
    return all;
  }

  private List<Directive> expand(
      List<Directive> statementsHere, String enclosing, int depth, Deque<Fault> pending) {
    var all = new ArrayList<Directive>();
    for (var statement : statementsHere) {
      statements++;
      if (statement.block().isPresent()) {
        var inner = statement.block().get().directives();
        all.add(statement.with(expand(inner, statement.name().text(), depth + 1, pending)));
      } else {
        all.add(statement);
      }
      if (Includes.is(statement, enclosing) && !stopped) {
        while (!pending.isEmpty() && metBefore(pending.element(), statement)) {
          faults.add(pending.remove());
        }
        all.addAll(include(statement, enclosing, depth));
      }
    }
    return all;
  }

  private static boolean metBefore(Fault fault, Directive include) {
    return fault.nginxAt().start() < include.terminator().start();
  }

  private List<Directive> include(Directive include, String enclosing, int depth) {
    if (runsOn(include)) {
      unended(include);
      return List.of();
    }
    if (include.args().size() != 1 || include.block().isPresent()) {
      var nginx =
          include.block().isPresent()
              ? "directive \"include\" is not terminated by \";\""
              : "invalid number of arguments in \"include\" directive";
      fault(Fault.Kind.INCLUDE_ARGUMENTS, include, "include takes one file name", nginx);
      return List.of();
    }
    var name = decoded(include.args().getFirst().text());
    var all = new ArrayList<Directive>();
    try {
      var paths =
          Glob.isPattern(name) && !enclosing.equals("geo")
              ? glob.expand(folder, name)
              : List.of(folder.resolve(name));
      for (var path : paths) {
        if (!stopped) {
          all.addAll(one(include, path.normalize(), shown(name, path), enclosing, depth));
        }
      }
    } catch (IOException | InvalidPathException e) {
      fault(
          Fault.Kind.INCLUDE_UNREADABLE,
          include,
          Unreadable.quoted(name) + " cannot be read: " + Unreadable.reason(e),
          "open() \"" + name + "\" failed");
    }
    return all;
  }

  /** Whether the next line became a part of an include that has no semicolon. */
  private static boolean runsOn(Directive include) {
    return include.args().size() > 1
        && include.args().get(1).span().line() > include.args().get(0).span().line();
  }

  private void unended(Directive include) {
    var file = include.args().getFirst().span();
    int mark = Marks.forSemicolon(file.raw());
    faults.add(
        new Fault(
            Fault.Kind.MISSING_SEMICOLON,
            "\"include\" does not end here, so that \""
                + include.args().get(1)
                + "\" became one of its words",
            mark > 0 ? "write \";\" for this mark" : "add \";\" here",
            new Span(file.source(), file.end() - mark, file.end()),
            Optional.of("invalid number of arguments in \"include\" directive"),
            include.terminator()));
    stopWhenMany(include);
  }

  private void stopWhenMany(Directive include) {
    if (faults.size() > limits.faults()) {
      stop(include, "more than " + limits.faults() + " mistakes");
    }
  }

  /**
   * A file as the person knows it: by its place beside the main file, or as they wrote it. The
   * folder's own place is not for a stranger to know.
   */
  private String shown(String name, Path path) {
    var inside = identity(path);
    var root = identity(folder);
    return Unreadable.quoted(inside.startsWith(root) ? root.relativize(inside).toString() : name);
  }

  private List<Directive> one(
      Directive include, Path path, String shown, String enclosing, int depth) throws IOException {
    var identity = identity(path);
    if (active.contains(identity)) {
      limit(Fault.Kind.INCLUDE_LOOP, include, shown + " includes itself");
      return List.of();
    }
    if (followed.size() + 1 >= limits.files()) {
      stop(include, "more than " + limits.files() + " files are included");
      return List.of();
    }
    var source = read.get(identity);
    if (source == null) {
      try {
        source = new SourceText(path, files.read(path, limits.fileBytes()));
      } catch (NoSuchFileException e) {
        fault(
            Fault.Kind.INCLUDE_UNREADABLE,
            include,
            "there is no file " + shown,
            "open() \"" + identity + "\" failed (2: No such file or directory)");
        return List.of();
      }
      read.put(identity, source);
    }
    if (bytes + source.length() > limits.totalBytes()) {
      stop(include, "the files together are larger than " + limits.totalBytes() + " bytes");
      return List.of();
    }
    followed.add(new Inclusion(include, source));
    return follow(source, enclosing, depth);
  }

  /** Refuses and follows no include any more, lest the same be said thousands of times. */
  private void stop(Directive include, String message) {
    if (!stopped) {
      stopped = true;
      limit(Fault.Kind.LIMIT, include, message);
    }
  }

  private void fault(Fault.Kind kind, Directive include, String message, String nginx) {
    add(kind, include, message, Optional.of(nginx));
  }

  private void limit(Fault.Kind kind, Directive include, String message) {
    add(kind, include, message, Optional.empty());
  }

  private void add(Fault.Kind kind, Directive include, String message, Optional<String> nginx) {
    var at = include.args().isEmpty() ? include.name().span() : include.args().getFirst().span();
    var fix =
        "write a path relative to the folder of " + main.path() + ", or delete this statement";
    faults.add(new Fault(kind, message, fix, at, nginx, include.terminator()));
    stopWhenMany(include);
  }

  /** File names are UTF-8 on the systems that the lab knows; words are bytes. */
  private static String decoded(String word) {
    return new String(word.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static Path identity(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
