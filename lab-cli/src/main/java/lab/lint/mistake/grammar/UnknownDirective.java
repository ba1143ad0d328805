package lab.lint.mistake.grammar;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.rule.Spelling;
import lab.lint.site.Site;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Word;

/** A directive that nginx does not know. */
public final class UnknownDirective implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a directive that nginx knows";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var spelling = new Spelling(Grammar.stock().names());
    return site.misused()
        .filter(misused -> misused.misuse() instanceof Misuse.Unknown)
        .map(misused -> hit(misused.statement().name(), spelling));
  }

  private static Hit hit(Word name, Spelling spelling) {
    var message = "nginx knows no directive \"" + shown(name.text()) + "\"";
    if (name.text().equals(",")) {
      return Hit.at(
              name, "nothing stands between statements in nginx, no comma either", "delete it")
          .replacing("");
    }
    if (name.text().equals("else")) {
      return Hit.at(name, "nginx has no else", "write a second if, or a map");
    }
    var lower = name.text().toLowerCase(Locale.ROOT);
    return Optional.of(lower)
        .filter(Grammar.stock().names()::contains)
        .or(() -> spelling.nearest(name.text()))
        .map(near -> Hit.at(name, message, "did you mean \"" + near + "\"?").replacing(near))
        .orElse(
            Hit.at(name, message, "delete the line, or look the name up in nginx's documentation"));
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "..." : name;
  }
}
