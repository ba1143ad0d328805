package lab.lint.mistake.grammar;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Directive;

/** A directive with too many or too few arguments. */
public final class ArgumentCount implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "give it as many arguments as it takes";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.misused()
        .flatMap(misused ->
            misused.misuse() instanceof Misuse.WrongCount wrong
                ? Stream.of(
                    TornWords.of(misused.statement(), wrong.allowed())
                        .orElseGet(() -> hit(misused.statement(), wrong)))
                : Stream.empty());
  }

  private static Hit hit(Directive statement, Misuse.WrongCount wrong) {
    var args = statement.args();
    int most = wrong.allowed().counts().getLast();
    boolean tooMany = args.size() > most;
    var at =
        tooMany
            ? args.get(most).span()
            : args.isEmpty() ? statement.name().span() : args.getLast().span();
    return Hit.at(
        at,
        "\"" + statement.name() + "\" takes " + wrong.allowed().spoken() + ", not " + args.size(),
        tooMany
            ? (most == 0 ? "delete this" : "delete this, or quote words that belong together")
            : "add what is missing");
  }
}
