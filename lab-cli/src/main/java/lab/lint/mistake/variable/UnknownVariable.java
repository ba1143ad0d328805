package lab.lint.mistake.variable;

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

  /** Those that define what their first word names. */
  private static final Set<String> SETTERS =
      Set.of("set", "auth_request_set", "perl_set", "js_set", "js_var");

  /** Those that define what their second word names. */
  private static final Set<String> TABLES = Set.of("map", "split_clients");

  @Override
  public Stream<Hit> check(Site site) {
    var defined = defined(site);
    var names = new HashSet<>(Variables.names());
    names.addAll(defined);
    var spelling = new Spelling(names);
    return Expanded.words(site)
        .flatMap(word ->
            USE.matcher(word.text())
                .results()
                .map(use -> use.group(1) != null ? use.group(1) : use.group(2))
                .filter(name -> !known(name, defined))
                .limit(1)
                .map(name -> hit(word, name, spelling)));
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
          definition(statement)
              .map(Word::text)
              .filter(text -> text.startsWith("$"))
              .forEach(text -> names.add(text.substring(1).toLowerCase(Locale.ROOT)));
          Stream.concat(Stream.of(statement.name()), statement.args().stream())
              .forEach(word ->
                  CAPTURE
                      .matcher(word.text())
                      .results()
                      .forEach(found -> names.add(found.group(1).toLowerCase(Locale.ROOT))));
        });
    return names;
  }

  private static Stream<Word> definition(Directive statement) {
    var words = statement.args().stream();
    if (SETTERS.contains(statement.name().text())) {
      return words.limit(1);
    }
    if (TABLES.contains(statement.name().text())) {
      return words.skip(1).limit(1);
    }
    return statement.is("geo") ? words : Stream.empty();
  }
}
