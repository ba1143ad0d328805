package lab.lint.advice.capacity;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;

/** A zone is declared and nothing uses it. */
public final class ZoneUnused implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "use the zone, or delete it";
  }

  private static final Map<String, String> USERS =
      Map.of(
          "limit_req_zone",
          "limit_req",
          "limit_conn_zone",
          "limit_conn",
          "proxy_cache_path",
          "proxy_cache");

  @Override
  public Stream<Hit> check(Site site) {
    return USERS.keySet().stream()
        .flatMap(site::all)
        .flatMap(stated -> unused(site, stated.directive()));
  }

  private static Stream<Hit> unused(Site site, Directive zone) {
    var user = Optional.ofNullable(USERS.get(zone.name().text())).orElseThrow();
    return zone.args().stream()
        .filter(word -> word.text().matches("(?:keys_)?zone=.+"))
        .filter(word ->
            !used(site, user, word.text().replaceFirst("^\\w+=", "").replaceFirst(":.*", "")))
        .map(word ->
            Hit.at(
                word, "no " + user + " uses this zone", "add a " + user + ", or delete the zone"));
  }

  private static boolean used(Site site, String user, String name) {
    return site.all(user)
        .flatMap(stated -> stated.directive().args().stream())
        .anyMatch(word ->
            word.text().equals(name)
                || word.text().equals("zone=" + name)
                || word.text().contains("$"));
  }
}
