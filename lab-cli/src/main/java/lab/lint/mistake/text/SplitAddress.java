package lab.lint.mistake.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** A semicolon in place of the colon between an address and its port. */
public final class SplitAddress implements Rule {
  private static final Set<String> ADDRESSED = Set.of("listen", "server", "proxy_pass");
  private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write ADDRESS:PORT";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes("upstream", "server", "location", "if").flatMap(SplitAddress::hits);
  }

  private static Stream<Hit> hits(Scope scope) {
    var all = scope.directives();
    return IntStream.range(1, all.size())
        .boxed()
        .flatMap(at -> hit(all.get(at - 1), all.get(at)).stream());
  }

  private static Optional<Hit> hit(Directive address, Directive port) {
    var end = address.terminator();
    var number = port.name().span();
    boolean split =
        ADDRESSED.contains(address.name().text())
            && address.args().size() == 1
            && end.source().equals(number.source())
            && end.end() == number.start()
            && PORT.matcher(number.raw()).matches()
            && !hasPort(address.args().getFirst().text());
    return split
        ? Optional.of(
            Hit.at(
                    new Span(end.source(), end.start(), number.end()),
                    "this \";\" ends the address before its port",
                    "write : instead")
                .with(new Edit(end, ":")))
        : Optional.empty();
  }

  private static boolean hasPort(String address) {
    var rest = address.replaceFirst("^https?://", "");
    return rest.matches("\\d+") || rest.indexOf(':', rest.indexOf(']') + 1) >= 0;
  }
}
