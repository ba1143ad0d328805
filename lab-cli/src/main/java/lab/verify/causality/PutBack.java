package lab.verify.causality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lab.nginx.grammar.Placed;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.Block;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.closure.ConfigFiles;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.closure.DiskFiles;
import lab.nginx.syntax.parse.Limits;

/** Puts the shipped block of one route back into the learner's configuration. */
public final class PutBack {
  private final Configuration yours;
  private final Configuration shipped;
  private final Map<String, Explanation> found;
  private final Map<String, Explanation> before;

  /** What became of it. */
  public sealed interface Result {
    /** A configuration to play. */
    record Done(Configuration configuration) implements Result {}

    /** There is nothing to play, and why. */
    record Skipped(String why) implements Result {}
  }

  /**
   * Looks at both files.
   *
   * @param routes all routes, for two of them may share a location
   */
  public PutBack(Configuration yours, Configuration shipped, List<String> routes) {
    this.yours = yours;
    this.shipped = shipped;
    this.found = explain(yours, routes);
    this.before = explain(shipped, routes);
  }

  private static Map<String, Explanation> explain(
      Configuration configuration, List<String> routes) {
    var resolver = new Resolver(configuration, Surroundings.allUp());
    return routes.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                route -> resolver.explain(Request.get(route)),
                (first, _) -> first,
                TreeMap::new));
  }

  /** The configuration with the route's shipped block, and nothing else changed. */
  public Result of(String route) {
    var mine = Optional.ofNullable(found.get(route)).flatMap(Explanation::location);
    var theirs = Optional.ofNullable(before.get(route)).flatMap(Explanation::location);
    if (mine.isEmpty() || theirs.isEmpty() || isUnknown(route)) {
      return new Result.Skipped("the lab cannot tell which location it reaches: not tried");
    }
    var old = statement(yours, mine.get().at());
    var block = statement(shipped, theirs.get().at()).flatMap(Directive::block).map(PutBack::inner);
    if (old.isEmpty() || old.get().block().isEmpty() || block.isEmpty()) {
      return new Result.Skipped("its location has no block of its own: not tried");
    }
    if (old.get().block().map(PutBack::inner).filter(block.get()::equals).isPresent()) {
      return new Result.Skipped("its block is as it was shipped");
    }
    boolean alone =
        found.values().stream()
                .flatMap(other -> other.location().stream())
                .filter(mine.get()::equals)
                .count()
            == 1;
    return load(
        alone
            ? replaced(old.get(), block.get())
            : inserted(old.get(), "location = " + route + " {" + block.get() + "} "));
  }

  private boolean isUnknown(String route) {
    return Optional.ofNullable(found.get(route))
        .map(Explanation::outcome)
        .filter(outcome -> outcome instanceof Outcome.Unknown)
        .isPresent();
  }

  /** A file with another text. */
  private record Edited(Path file, String text) {}

  private static Edited replaced(Directive location, String inner) {
    var block = location.block().orElseThrow();
    var source = block.open().source();
    var text = source.text();
    return new Edited(
        source.path(),
        text.substring(0, block.open().end()) + inner + text.substring(block.close().start()));
  }

  private static Edited inserted(Directive location, String addition) {
    var start = location.name().span();
    var text = start.source().text();
    return new Edited(
        start.source().path(),
        text.substring(0, start.start()) + addition + text.substring(start.start()));
  }

  private Result load(Edited edited) {
    var files = new Overlay(new DiskFiles(), new HashMap<>(Map.of(edited.file(), edited.text())));
    var configuration = Configuration.load(yours.main().path(), files, Limits.GENEROUS);
    return configuration.ok()
        ? new Result.Done(configuration)
        : new Result.Skipped("the shipped block does not fit into this file: not tried");
  }

  private static String inner(Block block) {
    return block.open().source().text().substring(block.open().end(), block.close().start());
  }

  /**
   * The location statement at a place.
   *
   * @param at {@code file:line} of its first word
   */
  private static Optional<Directive> statement(Configuration configuration, String at) {
    return Placed.all(configuration.directives()).stream()
        .map(Placed::statement)
        .filter(statement -> statement.is("location"))
        .filter(statement -> at.equals(place(configuration, statement)))
        .findFirst();
  }

  private static String place(Configuration configuration, Directive statement) {
    var span = statement.name().span();
    return configuration.nameOf(span.source()) + ":" + span.line();
  }

  /** Files on disk but for those that have been edited. */
  private record Overlay(ConfigFiles disk, Map<Path, String> edited) implements ConfigFiles {
    @Override
    public byte[] read(Path file, int limitBytes) throws IOException {
      var text = edited.get(file);
      return text == null
          ? disk.read(file, limitBytes)
          : text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public List<String> names(Path folder) throws IOException {
      return disk.names(folder);
    }
  }
}
