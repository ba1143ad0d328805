package lab.lint.mistake.grammar;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Word;

/** A directive that may not stand in this block. */
public final class WrongContext implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "move it into a block where it may stand";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.misused()
        .flatMap(misused ->
            misused.misuse() instanceof Misuse.WrongContext wrong
                ? Stream.of(hit(misused.statement().name(), wrong))
                : Stream.empty());
  }

  private static Hit hit(Word name, Misuse.WrongContext wrong) {
    var allowed =
        wrong.allowed().stream().sorted().map(Context::spoken).collect(Collectors.joining(", "));
    return Hit.at(
        name,
        "\"" + name + "\" may not stand in " + wrong.here().spoken(),
        "move it into " + allowed);
  }
}
