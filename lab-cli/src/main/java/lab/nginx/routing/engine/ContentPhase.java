package lab.nginx.routing.engine;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Step;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.doubt.Numbers;
import lab.nginx.routing.notation.Escapes;
import lab.nginx.routing.notation.Statuses;
import lab.nginx.routing.site.Site;
import lab.nginx.routing.site.Template;

/** Answers with files: {@code try_files}, {@code index}, and the file itself. */
final class ContentPhase {
  private final Site site;
  private final Exchange exchange;
  private final Variables variables;
  private final Redirects redirects;

  ContentPhase(Site site, Exchange exchange, Variables variables, Redirects redirects) {
    this.site = site;
    this.exchange = exchange;
    this.variables = variables;
    this.redirects = redirects;
  }

  /** Runs {@code try_files}; empty when the request goes on with the file that it found. */
  Optional<Turn> tryFiles() {
    var statement = exchange.scope.own("try_files").stream().findFirst();
    if (statement.isEmpty()) {
      return Optional.empty();
    }
    var words = statement.get().args();
    for (var word : words.subList(0, words.size() - 1)) {
      boolean folder = word.text().endsWith("/");
      var written = folder ? word.text().substring(0, word.text().length() - 1) : word.text();
      var name = belowAlias(Template.of(written));
      var wanted = folder ? Paths.Kind.FOLDER : Paths.Kind.FILE;
      var kind = Paths.kind(site.configuration(), Paths.root(exchange, variables) + name);
      boolean found = kind == wanted || (kind == Paths.Kind.FORBIDDEN && !folder);
      exchange.note(
          Step.Kind.FILE, "try_files looks for " + name + (found ? ": there" : ": not there"));
      if (found) {
        take(name);
        return Optional.empty();
      }
    }
    var last = words.getLast().text();
    if (last.startsWith("=")) {
      return Optional.of(Turn.ended(Numbers.read(last.substring(1), 999), "try_files " + last));
    }
    var target = belowAlias(Template.of(last));
    return Optional.of(
        target.startsWith("@") ? redirects.named(target) : redirects.withOwnArgs(target));
  }

  /** nginx takes the location's name away from names with variables when an alias holds. */
  private String belowAlias(Template name) {
    var text = variables.evaluate(name);
    var alias = Paths.aliasLength(exchange);
    if (alias.isEmpty() || name.constant() || alias.get() < 0) {
      return text;
    }
    var prefix = exchange.path.substring(0, Math.min(alias.get(), exchange.path.length()));
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private void take(String name) {
    var alias = Paths.aliasLength(exchange);
    if (alias.isEmpty()) {
      exchange.path = name;
    } else if (alias.get() < 0) {
      throw new CannotTell("try_files with an alias in a regular expression is not followed");
    } else {
      exchange.path = exchange.path.substring(0, alias.get()) + name;
    }
  }

  /** Answers with a file or with what stands for one. */
  Turn serve() {
    for (var name : List.of("autoindex", "random_index", "gzip_static", "dav_methods")) {
      if (exchange.scope.value(name).filter(value -> !value.equals("off")).isPresent()) {
        throw new CannotTell("\"" + name + "\" is not followed");
      }
    }
    boolean reading = List.of("GET", "HEAD", "POST").contains(exchange.method);
    boolean folder = exchange.path.endsWith("/");
    var file = Paths.file(exchange, variables);
    if (folder && reading) {
      return file.map(this::index)
          .orElseGet(() -> Turn.ended(500, "a rewrite lost the path that alias needs"));
    }
    if (!reading) {
      return Turn.ended(405, "files are read, not changed");
    }
    return file.map(this::send)
        .orElseGet(() -> Turn.ended(500, "a rewrite lost the path that alias needs"));
  }

  private Turn index(String folder) {
    var names =
        exchange.scope.nearest("index").stream()
            .flatMap(statement -> statement.args().stream())
            .map(word -> word.text())
            .toList();
    for (var written : names.isEmpty() ? List.of("index.html") : names) {
      var name = variables.evaluate(written);
      if (written.startsWith("/")) {
        return redirects.internal(name, exchange.args, "index " + name);
      }
      var kind = Paths.kind(site.configuration(), folder + name);
      if (kind == Paths.Kind.FILE) {
        return redirects.internal(exchange.path + name, exchange.args, "index " + name);
      }
      if (kind == Paths.Kind.FORBIDDEN) {
        return Turn.ended(403, "the index file may not be read");
      }
      if (kind == Paths.Kind.FOLDER) {
        throw new CannotTell("the index " + name + " is a folder");
      }
      if (Paths.kind(site.configuration(), folder.substring(0, folder.length() - 1))
          != Paths.Kind.FOLDER) {
        return Turn.ended(404, "there is no folder " + shown(folder));
      }
    }
    return Turn.ended(403, "the folder " + shown(folder) + " has no index file");
  }

  private Turn send(String file) {
    return switch (Paths.kind(site.configuration(), file)) {
      case MISSING -> Turn.ended(404, "there is no file " + shown(file));
      case FORBIDDEN -> Turn.ended(403, "the file " + shown(file) + " may not be read");
      case FOLDER -> {
        var args = exchange.args.isEmpty() ? "" : "?" + exchange.args;
        exchange.redirect = Optional.of(Escapes.path(exchange.path) + "/" + args);
        yield Turn.ended(301, "it is a folder");
      }
      case FILE ->
          exchange.method.equals("POST")
              ? Turn.ended(405, "a file takes no POST")
              : new Turn.Sent(sent(exchange.errorStatus.orElse(200), shown(file)));
    };
  }

  private static Outcome sent(int status, String file) {
    return Statuses.haveBody(status)
        ? new Outcome.File(status, file)
        : new Outcome.Status(status, List.of(), "a " + status + " has no body");
  }

  /** A path relative to the main file's folder, if it is in it. */
  private String shown(String file) {
    try {
      var path = Paths.onDisk(site.configuration(), file).normalize();
      var folder = Paths.onDisk(site.configuration(), "").normalize();
      return path.startsWith(folder) ? folder.relativize(path).toString() : path.toString();
    } catch (InvalidPathException notAPath) {
      return file;
    }
  }
}
