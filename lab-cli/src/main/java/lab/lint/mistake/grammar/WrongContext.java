package lab.lint.mistake.grammar;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Directive;
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
    var meant = new Meant(site.facts().nginx());
    return site.misused()
        .flatMap(misused ->
            misused.misuse() instanceof Misuse.WrongContext wrong
                ? Stream.of(hit(misused.statement(), wrong, meant))
                : Stream.empty());
  }

  private static Hit hit(Directive statement, Misuse.WrongContext wrong, Meant meant) {
    var joined = Meant.joined(statement).filter(one -> meant.mayStand(one.name(), wrong.here()));
    return joined
        .map(one ->
            Hit.at(one.at(), misplaced(wrong), "did you mean \"" + one.name() + "\"?")
                .replacing(one.name()))
        .orElseGet(() -> hit(statement.name(), wrong));
  }

  private static Hit hit(Word name, Misuse.WrongContext wrong) {
    var allowed =
        wrong.allowed().stream().sorted().map(Context::spoken).collect(Collectors.joining(", "));
    return Hit.at(name, misplaced(wrong), "move it into " + allowed);
  }

  private static String misplaced(Misuse.WrongContext wrong) {
    return "\"" + wrong.name() + "\" may not stand in " + wrong.here().spoken();
  }
}
