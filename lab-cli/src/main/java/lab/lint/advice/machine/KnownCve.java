package lab.lint.advice.machine;

import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Site.Stated;
import lab.nginx.grammar.Release;

/** This release of nginx has a known hole in something that the file uses. */
public final class KnownCve implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "ask your distribution whether the fix is in";
  }

  private static final List<Hole> HOLES =
      List.of(
          new Hole("CVE-2021-23017", "resolver", "", new Release(1, 20, 1)),
          new Hole("CVE-2022-41741", "mp4", "", new Release(1, 23, 2)),
          new Hole("CVE-2023-44487", "listen", "http2", new Release(1, 25, 3)),
          new Hole("CVE-2024-7347", "mp4", "", new Release(1, 27, 1)));

  @Override
  public Stream<Hit> check(Site site) {
    var release = site.facts().nginx();
    return HOLES.stream()
        .filter(hole -> release.compareTo(hole.fixedIn()) < 0)
        .flatMap(hole ->
            site.all(hole.directive())
                .map(Stated::directive)
                .filter(statement ->
                    hole.word().isEmpty()
                        || statement.args().stream()
                            .anyMatch(word -> word.text().equals(hole.word())))
                .map(statement ->
                    Hit.at(
                        statement,
                        hole.id()
                            + " was found in nginx before "
                            + hole.fixedIn()
                            + "; this is "
                            + release,
                        "ask your distribution: it may have put the fix into this version")));
  }

  /**
   * A hole that was found.
   *
   * <p>Source: nginx security advisories, nginx.org/en/security_advisories.html.
   *
   * @param id its name
   * @param directive what has to be used to be open
   * @param word the argument that it takes; empty for any
   * @param fixedIn the first mainline release without it
   */
  private record Hole(String id, String directive, String word, Release fixedIn) {}
}
