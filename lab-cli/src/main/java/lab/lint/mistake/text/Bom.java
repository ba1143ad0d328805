package lab.lint.mistake.text;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;

/** The file begins with a byte order mark. */
public final class Bom implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "save the file as UTF-8 without a byte order mark";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.configuration().files().stream()
        .filter(file -> file.text().startsWith("\u00ef\u00bb\u00bf"))
        .map(file ->
            Hit.at(
                    new Span(file, 0, 3),
                    "the file begins with an invisible byte order mark",
                    "save it as UTF-8 without BOM")
                .replacing(""));
  }
}
