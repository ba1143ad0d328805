package lab.lint.mistake.meaning;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;
import lab.problem.Nearest;

/** A limit or a cache uses a zone that nothing declares. */
public final class UnknownZone implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "declare the zone, or name one that is declared";
  }

  private static final Map<String, String> DECLARED_BY =
      Map.of(
          "limit_req",
          "limit_req_zone",
          "limit_conn",
          "limit_conn_zone",
          "proxy_cache",
          "proxy_cache_path");

  @Override
  public Stream<Hit> check(Site site) {
    return DECLARED_BY.entrySet().stream()
        .flatMap(kind ->
            site.all(kind.getKey())
                .flatMap(stated -> hits(site, stated.directive(), kind.getValue())));
  }

  private static Stream<Hit> hits(Site site, Directive user, String declaration) {
    var zones =
        site.all(declaration)
            .flatMap(stated -> stated.directive().args().stream())
            .map(Word::text)
            .filter(text -> text.matches("(?:keys_)?zone=.+"))
            .map(text -> text.replaceFirst("^\\w+=", "").replaceFirst(":.*", ""))
            .toList();
    return user.args().stream()
        .limit(user.is("limit_req") ? Integer.MAX_VALUE : 1)
        .filter(word -> !user.is("limit_req") || word.text().startsWith("zone="))
        .filter(word -> !word.text().equals("off") && !word.text().contains("$"))
        .filter(word -> !zones.contains(name(word)))
        .map(word -> hit(word, declaration, zones));
  }

  private static String name(Word word) {
    return word.text().replaceFirst("^zone=", "");
  }

  private static Hit hit(Word word, String declaration, List<String> zones) {
    var message = "no zone is called \"" + name(word) + "\"";
    return Nearest.of(name(word), zones)
        .map(near ->
            Hit.at(word, message, "did you mean \"" + near + "\"?")
                .replacing(word.text().replace(name(word), near)))
        .orElse(Hit.at(word, message, "declare it in http by " + declaration));
  }
}
