package lab.lint.mistake.grammar;

import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.grammar.Placed;
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
    var meant = new Meant(site.facts().nginx());
    return site.misused()
        .filter(misused -> misused.misuse() instanceof Misuse.Unknown)
        .map(misused -> hit(misused.placed(), meant));
  }

  private static Hit hit(Placed placed, Meant meant) {
    var name = placed.statement().name();
    if (name.text().equals(",")) {
      return Hit.at(
              name, "nothing stands between statements in nginx, no comma either", "delete it")
          .replacing("");
    }
    if (name.text().equals("-") && names(placed.statement().args())) {
      return Hit.at(name, "nginx begins no statement with a dash", "delete it").replacing("");
    }
    if (name.text().equals("else")) {
      return Hit.at(name, "nginx has no else", "write a second if, or a map");
    }
    var message = "nginx knows no directive \"" + shown(name.text()) + "\"";
    var joined = Meant.joined(placed.statement());
    if (joined.isPresent()) {
      return Hit.at(joined.get().at(), message, "did you mean \"" + joined.get().name() + "\"?")
          .replacing(joined.get().name());
    }
    var here = placed.context().orElseThrow();
    return meant
        .instead(name, here)
        .map(near ->
            meant.mayStand(near, here)
                ? Hit.at(name, message, "did you mean \"" + near + "\"?").replacing(near)
                : Hit.at(
                    name,
                    message,
                    "did you mean \"" + near + "\"? It stands in " + meant.places(near)))
        .orElse(
            Hit.at(name, message, "delete the line, or look the name up in nginx's documentation"));
  }

  private static boolean names(List<Word> words) {
    return !words.isEmpty() && Grammar.stock().names().contains(words.getFirst().text());
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "..." : name;
  }
}
