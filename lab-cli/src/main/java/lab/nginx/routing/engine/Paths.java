package lab.nginx.routing.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.site.Location;
import lab.nginx.routing.site.Scope;
import lab.nginx.syntax.closure.Configuration;

/** Which file of the disk a path is, by {@code root} or {@code alias}. */
final class Paths {
  /** What stands at a path of the disk. */
  enum Kind {
    FILE,
    FOLDER,
    MISSING,
    FORBIDDEN
  }

  private Paths() {}

  /** The value of {@code root} or {@code alias} that holds here, as a path of the disk. */
  static String root(Exchange exchange, Variables variables) {
    var value = declaredRoot(exchange);
    if (value.isEmpty()) {
      throw new CannotTell("an empty root or alias is not followed");
    }
    return variables.evaluate(value);
  }

  /** The file of the current path; empty where nginx answers 500 because a rewrite lost it. */
  static Optional<String> file(Exchange exchange, Variables variables) {
    if (aliasLength(exchange).isPresent() && !exchange.locationHolds) {
      return Optional.empty();
    }
    return Optional.of(root(exchange, variables) + below(exchange));
  }

  /** The part of the current path below root or alias. */
  private static String below(Exchange exchange) {
    var cut = aliasLength(exchange);
    if (cut.isEmpty()) {
      return exchange.path;
    }
    if (cut.get() < 0) {
      return exchange.pathIsAlias ? exchange.path : "";
    }
    return exchange.path.substring(Math.min(cut.get(), exchange.path.length()));
  }

  /**
   * How many characters of the path an {@code alias} stands for; negative for all of them, in a
   * location that is an expression; empty where {@code root} holds.
   */
  static Optional<Integer> aliasLength(Exchange exchange) {
    var owner = exchange.scope.owner("root", "alias");
    if (owner.isEmpty() || owner.get().own("alias").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(length(exchange, owner.get()));
  }

  private static int length(Exchange exchange, Scope owner) {
    var block = owner.nameless() ? owner.outer().orElse(owner) : owner;
    var args = block.statement().args();
    boolean expression = args.getFirst().text().startsWith("~");
    if (expression) {
      return -1;
    }
    return exchange
        .location
        .filter(location -> location.scope().statement().equals(block.statement()))
        .map(Location::name)
        .orElse(args.getLast().text())
        .length();
  }

  private static String declaredRoot(Exchange exchange) {
    return exchange
        .scope
        .owner("root", "alias")
        .map(owner -> {
          var alias = owner.own("alias");
          var value =
              (alias.isEmpty() ? owner.own("root") : alias).getFirst().args().getFirst().text();
          boolean slash = alias.isEmpty() && value.length() > 1 && value.endsWith("/");
          return slash ? value.substring(0, value.length() - 1) : value;
        })
        .orElse("html");
  }

  static Path onDisk(Configuration configuration, String path) {
    var folder = configuration.main().path().toAbsolutePath().normalize().getParent();
    var decoded = new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return (folder == null ? Path.of("/") : folder).resolve(decoded);
  }

  /** A path with the folder that relative ones begin in; nginx does not tidy what it joins. */
  static String absolute(Configuration configuration, String path) {
    if (path.startsWith("/")) {
      return path;
    }
    var folder = onDisk(configuration, "").toString();
    return new String(folder.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        + "/"
        + path;
  }

  static Kind kind(Configuration configuration, String path) {
    try {
      var file = onDisk(configuration, path);
      if (Files.isDirectory(file)) {
        return Kind.FOLDER;
      }
      if (!Files.isRegularFile(file) || path.endsWith("/")) {
        return Kind.MISSING;
      }
      return Files.isReadable(file) ? Kind.FILE : Kind.FORBIDDEN;
    } catch (InvalidPathException notAPath) {
      return Kind.MISSING;
    }
  }

  static boolean executable(Configuration configuration, String path) {
    try {
      return Files.isExecutable(onDisk(configuration, path));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }
}
