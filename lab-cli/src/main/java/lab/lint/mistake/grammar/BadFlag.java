package lab.lint.mistake.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Value;
import lab.nginx.syntax.Word;
import lab.problem.Nearest;

/** A switch that is neither on nor off. */
public final class BadFlag implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write on or off";
  }

  private static final Map<String, String> MEANT =
      Map.of(
          "true",
          "on",
          "yes",
          "on",
          "1",
          "on",
          "enable",
          "on",
          "enabled",
          "on",
          "false",
          "off",
          "no",
          "off",
          "0",
          "off",
          "disable",
          "off",
          "disabled",
          "off");

  @Override
  public Stream<Hit> check(Site site) {
    return site.placed()
        .filter(placed -> placed.statement().args().size() == 1)
        .filter(placed ->
            placed
                .context()
                .flatMap(context -> Grammar.stock().rule(placed.statement().name().text(), context))
                .filter(rule -> rule.value().kind() == Value.Kind.FLAG)
                .isPresent())
        .map(placed -> placed.statement().args().getFirst())
        .filter(word -> !word.text().equalsIgnoreCase("on") && !word.text().equalsIgnoreCase("off"))
        .map(BadFlag::hit);
  }

  private static Hit hit(Word word) {
    var message = "\"" + word + "\" is neither on nor off";
    return Optional.ofNullable(MEANT.get(word.text().toLowerCase(Locale.ROOT)))
        .or(() -> Nearest.of(word.text(), List.of("on", "off")))
        .map(meant -> Hit.at(word, message, "write " + meant).replacing(meant))
        .orElse(Hit.at(word, message, "write on or off"));
  }
}
