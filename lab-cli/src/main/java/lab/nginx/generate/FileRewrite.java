package lab.nginx.generate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** Keeps all that nginx writes in the run's folder, and finds what it reads beside the file. */
final class FileRewrite {
  private static final List<String> TEMPORARY =
      List.of(
          "client_body_temp_path",
          "proxy_temp_path",
          "fastcgi_temp_path",
          "uwsgi_temp_path",
          "scgi_temp_path");

  /**
   * Files that nginx looks for relative to the configuration, and folders relative to its prefix.
   */
  private static final Set<String> READS =
      Set.of(
          "root",
          "alias",
          "auth_basic_user_file",
          "ssl_certificate",
          "ssl_certificate_key",
          "ssl_trusted_certificate",
          "ssl_client_certificate",
          "ssl_password_file",
          "ssl_dhparam",
          "ssl_crl",
          "proxy_ssl_certificate",
          "proxy_ssl_certificate_key",
          "proxy_ssl_trusted_certificate");

  /** What a line of the trace holds; its variables must be nginx's own. */
  static final String TRACE_FORMAT =
      "'{\"nonce\":\"$http_x_lab_nonce\",\"at\":$msec,\"method\":\"$request_method\","
          + "\"uri\":\"$request_uri\",\"status\":$status,\"seconds\":$request_time,"
          + "\"upstream\":\"$upstream_addr\",\"upstream_status\":\"$upstream_status\","
          + "\"upstream_seconds\":\"$upstream_response_time\","
          + "\"cache\":\"$upstream_cache_status\",\"server_port\":\"$server_port\"}'";

  private final Draft draft;
  private final Edits edits;
  private final Path folder;

  FileRewrite(Draft draft) {
    this.draft = draft;
    this.edits = draft.edits();
    this.folder = draft.options().folder();
  }

  void apply() {
    if (folder.toString().indexOf('$') >= 0) {
      throw new IllegalArgumentException("nginx reads \"$\" in " + folder + " as a variable");
    }
    drop("pid");
    drop("daemon");
    draft.options().user().ifPresent(user -> drop("user"));
    errorLogs();
    accessLogs();
    temporaryFiles();
    caches();
    readsBesideTheFile();
    top();
  }

  private void drop(String name) {
    draft.named(name).forEach(placed -> edits.remove(placed.statement()));
  }

  private void top() {
    var added = new StringBuilder("pid " + inFolder("nginx.pid") + "; daemon off; ");
    draft.options().user().ifPresent(user -> added.append("user ").append(user).append("; "));
    if (!draft.has("error_log", Context.MAIN)) {
      added.append("error_log ").append(inFolder("error.log")).append("; ");
    }
    edits.insert(draft.configuration().main(), 0, added.toString());
  }

  private void errorLogs() {
    for (var placed : draft.named("error_log")) {
      firstArgument(placed).ifPresent(word -> edits.replace(word.span(), inFolder("error.log")));
    }
  }

  private void accessLogs() {
    boolean trace = draft.options().trace();
    var format = free("lab_trace");
    var ours = "access_log " + Words.path(draft.options().traceLog()) + " " + format + ";";
    var traced = new HashSet<Span>();
    for (var placed : draft.named("access_log")) {
      boolean off = firstArgument(placed).stream().anyMatch(word -> word.text().equals("off"));
      boolean first = trace && traced.add(placed.parent().orElse(placed.statement()).terminator());
      if (!off) {
        firstArgument(placed).ifPresent(word -> edits.replace(word.span(), inFolder("access.log")));
      } else if (trace) {
        edits.remove(placed.statement());
      }
      if (first) {
        var end = placed.statement().terminator();
        edits.insert(end.source(), end.end(), " " + ours);
      }
    }
    draft
        .http()
        .ifPresent(http -> {
          if (trace) {
            edits.insertInside(
                http, " log_format " + format + " escape=json " + TRACE_FORMAT + ";");
          }
          if (!draft.has("access_log", Context.HTTP)) {
            edits.insertInside(http, " access_log " + inFolder("access.log") + ";");
            edits.insertInside(http, trace ? " " + ours : "");
          }
        });
  }

  /** A log format's name that the person has not taken. */
  private String free(String name) {
    boolean taken =
        draft.named("log_format").stream()
            .anyMatch(
                placed -> firstArgument(placed).stream().anyMatch(w -> w.text().equals(name)));
    return taken ? free(name + "_") : name;
  }

  private void temporaryFiles() {
    for (var name : TEMPORARY) {
      var target = name + " " + inFolder(name.replace("_path", "")) + ";";
      for (var placed : draft.named(name)) {
        var statement = placed.statement();
        edits.remove(statement);
        edits.insert(statement.terminator().source(), statement.terminator().end(), target);
      }
      if (!draft.has(name, Context.HTTP)) {
        draft.http().ifPresent(http -> edits.insertInside(http, " " + target));
      }
    }
  }

  private void caches() {
    Map<String, Integer> numbers = new HashMap<>();
    for (var placed : draft.statements()) {
      if (placed.context().isPresent()
          && placed.statement().name().text().endsWith("_cache_path")) {
        firstArgument(placed)
            .ifPresent(word -> {
              int number = numbers.computeIfAbsent(word.text(), key -> numbers.size() + 1);
              edits.replace(word.span(), inFolder("cache-" + number));
            });
      }
    }
  }

  private void readsBesideTheFile() {
    var main = draft.configuration().main().path().toAbsolutePath().normalize();
    var beside = Optional.ofNullable(main.getParent()).orElse(main);
    for (var placed : draft.statements()) {
      if (placed.context().isPresent() && READS.contains(placed.statement().name().text())) {
        firstArgument(placed)
            .filter(word -> !word.text().isEmpty() && "/$".indexOf(word.text().charAt(0)) < 0)
            .filter(word -> !word.text().matches("(data|engine|store):.*"))
            .ifPresent(word -> {
              var path = Words.latin(beside) + "/" + word.text();
              edits.replace(word.span(), Words.quote(path));
            });
      }
    }
  }

  private String inFolder(String name) {
    return Words.path(folder.resolve(name));
  }

  private static Optional<Word> firstArgument(Placed placed) {
    return placed.statement().args().stream().findFirst();
  }
}
