package lab.lint.mistake.text;

import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;

/** The file's lines end in CR alone, so that a comment never ends. */
public final class CarriageReturn implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "save the file with line ends of Unix";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.configuration().files().stream()
        .filter(file -> file.text().contains("\r") && !file.text().contains("\n"))
        .filter(file -> file.text().contains("#"))
        .map(file -> {
          int at = file.text().indexOf('#');
          return Hit.at(
                  new Span(file, at, at + 1),
                  "lines end in CR alone: this comment goes on to the end of the file",
                  "save the file with Unix line ends")
              .with(new Edit(new Span(file, 0, file.length()), file.text().replace('\r', '\n')));
        });
  }
}
