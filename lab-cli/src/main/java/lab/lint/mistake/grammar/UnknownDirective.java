package lab.lint.mistake.grammar;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Word;

/** A directive that nginx does not know. */
public final class UnknownDirective implements Rule {
  private static final Pattern COMMENT = Pattern.compile("//|/\\*|<!--|--");

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
    return site.misused()
        .flatMap(misused ->
            misused.misuse() instanceof Misuse.Unknown unknown
                ? Stream.of(hit(misused.statement().name(), unknown))
                : Stream.empty());
  }

  private static Hit hit(Word name, Misuse.Unknown unknown) {
    var message = "nginx knows no directive \"" + shown(name.text()) + "\"";
    if (name.text().equals(",")) {
      return Hit.at(
              name, "nothing stands between statements in nginx, no comma either", "delete it")
          .replacing("");
    }
    if (COMMENT.matcher(name.text()).lookingAt()) {
      return Hit.at(name, "this begins no comment in nginx", "begin comments with #")
          .replacing("#");
    }
    if (name.text().equals("else")) {
      return Hit.at(name, "nginx has no else", "write a second if, or a map");
    }
    var lower = name.text().toLowerCase(Locale.ROOT);
    return Optional.of(lower)
        .filter(Grammar.stock().names()::contains)
        .or(unknown::nearest)
        .map(near -> Hit.at(name, message, "did you mean \"" + near + "\"?").replacing(near))
        .orElse(
            Hit.at(name, message, "delete the line, or look the name up in nginx's documentation"));
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "..." : name;
  }
}
