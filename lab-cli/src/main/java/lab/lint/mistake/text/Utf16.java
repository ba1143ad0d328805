package lab.lint.mistake.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;

/** The file is UTF-16, as some editors and shells save text, and no letter of it is nginx's. */
public final class Utf16 implements Rule {
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
    return site.configuration().files().stream().flatMap(file -> hit(file).stream());
  }

  private static Optional<Hit> hit(SourceText file) {
    return charset(file)
        .map(charset ->
            Hit.at(
                    new Span(file, 0, 2),
                    "the file is UTF-16, of which nginx reads nothing",
                    "save it as UTF-8 without BOM")
                .with(new Edit(new Span(file, 0, file.length()), inUtf8(file, charset))));
  }

  private static Optional<Charset> charset(SourceText file) {
    if (file.text().startsWith("\u00ff\u00fe")) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return file.text().startsWith("\u00fe\u00ff")
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  /** One {@code char} a byte. */
  private static String inUtf8(SourceText file, Charset charset) {
    var text = new String(file.text().substring(2).getBytes(StandardCharsets.ISO_8859_1), charset);
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
