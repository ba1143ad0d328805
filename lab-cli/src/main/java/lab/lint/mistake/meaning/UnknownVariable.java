package lab.lint.mistake.meaning;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.rule.Spelling;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** A variable that nothing defines. */
public final class UnknownVariable implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "use a variable that exists";
  }

  private static final Pattern USE =
      Pattern.compile("\\$(?:\\{([a-zA-Z_]\\w*)\\}|([a-zA-Z_]\\w*))");
  private static final Pattern CAPTURE = Pattern.compile("\\(\\?P?[<']([a-zA-Z_]\\w*)[>']");
  private static final Set<String> EXPANDED =
      Set.of(
          "proxy_pass",
          "proxy_set_header",
          "add_header",
          "return",
          "set",
          "log_format",
          "proxy_cache_key",
          "root",
          "alias",
          "try_files",
          "map",
          "limit_req_zone",
          "limit_conn_zone",
          "proxy_cache_bypass",
          "proxy_no_cache",
          "hash",
          "split_clients");

  @Override
  public Stream<Hit> check(Site site) {
    var defined = defined(site);
    var names = new HashSet<>(Variables.names());
    names.addAll(defined);
    var spelling = new Spelling(names);
    return site.placed()
        .filter(placed ->
            EXPANDED.contains(placed.statement().name().text()) && placed.context().isPresent())
        .flatMap(placed -> used(placed.statement()))
        .flatMap(word ->
            USE.matcher(word.text())
                .results()
                .map(use -> use.group(1) != null ? use.group(1) : use.group(2))
                .filter(name -> !known(name, defined))
                .limit(1)
                .map(name -> hit(word, name, spelling)));
  }

  private static Stream<Word> used(Directive statement) {
    return switch (statement.name().text()) {
      case "set", "log_format" -> statement.args().stream().skip(1);
      case "map", "split_clients" -> statement.args().stream().limit(1);
      default -> statement.args().stream();
    };
  }

  private static boolean known(String name, Set<String> defined) {
    return defined.contains(name.toLowerCase(Locale.ROOT))
        || Variables.exists(name.toLowerCase(Locale.ROOT));
  }

  private static Hit hit(Word word, String name, Spelling spelling) {
    int from = word.span().raw().indexOf("$" + name);
    var span = word.span();
    var at =
        from < 0
            ? span
            : new Span(span.source(), span.start() + from, span.start() + from + name.length() + 1);
    var message = "nothing defines the variable $" + name;
    return spelling
        .nearest(name)
        .map(near ->
            from < 0
                ? Hit.at(at, message, "did you mean $" + near + "?")
                : Hit.at(at, message, "did you mean $" + near + "?").replacing("$" + near))
        .orElse(Hit.at(at, message, "define it by set or map, or use one of nginx's own"));
  }

  private static Set<String> defined(Site site) {
    var names = new HashSet<String>();
    site.scopes()
        .flatMap(scope -> scope.directives().stream())
        .forEach(statement -> {
          if (Set.of(
                  "set",
                  "map",
                  "geo",
                  "split_clients",
                  "auth_request_set",
                  "perl_set",
                  "js_set",
                  "js_var")
              .contains(statement.name().text())) {
            statement.args().stream()
                .map(Word::text)
                .filter(text -> text.startsWith("$"))
                .forEach(text -> names.add(text.substring(1).toLowerCase(Locale.ROOT)));
          }
          Stream.concat(Stream.of(statement.name()), statement.args().stream())
              .forEach(word ->
                  CAPTURE
                      .matcher(word.text())
                      .results()
                      .forEach(found -> names.add(found.group(1).toLowerCase(Locale.ROOT))));
        });
    return names;
  }
}
