package lab.lint.advice.proxy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** A decoded line feed of the request can end a header early. */
public final class HttpSplitting implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "use $request_uri, which is still encoded";
  }

  private static final Pattern DECODED = Pattern.compile("\\$\\{?(?:uri|document_uri)\\b");
  private static final Pattern CAPTURE = Pattern.compile("\\$\\{?[1-9]");

  /** What may take a line feed; of a negated class, what it excludes is the group. */
  private static final Pattern WIDE = Pattern.compile("\\[\\^([^\\]]*)|\\\\s|\\\\W|\\\\D|\\(\\?s");

  @Override
  public Stream<Hit> check(Site site) {
    return Stream.of("return", "add_header", "proxy_set_header", "proxy_pass", "rewrite")
        .flatMap(site::all)
        .filter(stated -> !stated.directive().is("rewrite") || redirects(stated.directive()))
        .flatMap(stated ->
            stated.directive().args().stream()
                .filter(word -> dangerous(stated.scope(), word, stated.directive()))
                .limit(1)
                .map(word ->
                    Hit.at(
                        word,
                        "a %0a in the request becomes a line feed here",
                        "use $request_uri instead")));
  }

  private static boolean dangerous(Scope scope, Word word, Directive directive) {
    if (DECODED.matcher(word.text()).find()) {
      return true;
    }
    return !directive.is("rewrite")
        && CAPTURE.matcher(word.text()).find()
        && scope
            .outwards()
            .flatMap(around -> around.block().stream())
            .flatMap(block -> block.args().stream())
            .anyMatch(arg -> takesLineFeed(arg.text()));
  }

  private static boolean takesLineFeed(String regex) {
    return WIDE.matcher(regex)
        .results()
        .map(wide -> Optional.ofNullable(wide.group(1)).orElse(""))
        .anyMatch(excluded -> !excluded.contains("\\n") && !excluded.contains("\\s"));
  }

  private static boolean redirects(Directive rewrite) {
    return rewrite.args().size() > 1
        && (rewrite.args().get(1).text().startsWith("http")
            || List.of("redirect", "permanent").contains(rewrite.args().getLast().text()));
  }
}
