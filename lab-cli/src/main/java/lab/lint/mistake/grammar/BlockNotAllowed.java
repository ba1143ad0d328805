package lab.lint.mistake.grammar;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Directive;

/** A directive with a block that takes none, or without the one that it needs. */
public final class BlockNotAllowed implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "end it with ; instead of a block";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.misused()
        .flatMap(misused ->
            switch (misused.misuse()) {
              case Misuse.BlockNotAllowed none ->
                  Stream.of(
                      Hit.at(
                          misused.statement().terminator(),
                          "\"" + none.name() + "\" takes no block",
                          "end it with ; instead"));
              case Misuse.BlockMissing missing -> Stream.of(missing(misused.statement()));
              case Misuse.Unknown _, Misuse.WrongContext _, Misuse.WrongCount _ -> Stream.empty();
            });
  }

  private static Hit missing(Directive statement) {
    return Hit.at(
            statement.terminator(),
            "\"" + statement.name() + "\" needs a block",
            "write { } instead")
        .replacing(" {}");
  }
}
