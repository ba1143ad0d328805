package lab.lint.mistake.meaning;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.rule.Spelling;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

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
        .flatMap(kind -> {
          var zones = zones(site, kind.getValue());
          var spelling = new Spelling(zones);
          return site.all(kind.getKey())
              .flatMap(stated -> unknown(stated.directive(), zones))
              .map(word -> hit(word, kind.getValue(), spelling));
        });
  }

  private static Set<String> zones(Site site, String declaration) {
    return site.all(declaration)
        .flatMap(stated -> stated.directive().args().stream())
        .map(Word::text)
        .filter(text -> text.matches("(?:keys_)?zone=.+"))
        .map(text -> text.replaceFirst("^\\w+=", "").replaceFirst(":.*", ""))
        .collect(Collectors.toSet());
  }

  private static Stream<Word> unknown(Directive user, Set<String> zones) {
    return user.args().stream()
        .limit(user.is("limit_req") ? Integer.MAX_VALUE : 1)
        .filter(word -> !user.is("limit_req") || word.text().startsWith("zone="))
        .filter(word -> !word.text().equals("off") && !word.text().contains("$"))
        .filter(word -> !zones.contains(name(word)));
  }

  private static String name(Word word) {
    return word.text().replaceFirst("^zone=", "");
  }

  private static Hit hit(Word word, String declaration, Spelling spelling) {
    var message = "no zone is called \"" + name(word) + "\"";
    return spelling
        .nearest(name(word))
        .map(near ->
            Hit.at(word, message, "did you mean \"" + near + "\"?")
                .replacing(word.text().replace(name(word), near)))
        .orElse(Hit.at(word, message, "declare it in http by " + declaration));
  }
}
