package lab.lint.mistake.argument;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Listen;
import lab.lint.site.Peer;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** An address that is written as a URL, with a comma, or as IPv6 without its brackets. */
public final class BadAddress implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write the address alone, IPv6 in brackets";
  }

  private static final Pattern URL = Pattern.compile("https?://([^/]+)/*|([^/:]+(?::\\d+)?)/+");
  private static final Pattern COMMA = Pattern.compile("(.+),");
  private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F]*:[0-9a-fA-F:]*:):?(\\d{2,5})");
  private static final Pattern LOOPBACK = Pattern.compile("(::1?):(\\d{2,5})");

  @Override
  public Stream<Hit> check(Site site) {
    var listens = site.listens().map(Listen::directive);
    var peers = site.upstreams().flatMap(group -> group.peers().stream()).map(Peer::directive);
    return Stream.concat(listens, peers)
        .filter(statement -> !statement.saysFirst("") && !statement.args().isEmpty())
        .filter(statement -> !statement.args().getFirst().text().startsWith("unix:"))
        .flatMap(statement -> hit(statement).stream());
  }

  private static Optional<Hit> hit(Directive statement) {
    var word = statement.args().getFirst();
    var url = URL.matcher(word.text());
    if (url.matches()) {
      var address = url.group(1) != null ? url.group(1) : url.group(2);
      return Optional.of(
          meant(word, "\"" + statement.name() + "\" takes an address, not a URL", address));
    }
    var comma = COMMA.matcher(word.text());
    if (comma.matches() && statement.args().size() == 1) {
      return Optional.of(meant(word, "this comma belongs to no address", comma.group(1)));
    }
    var loopback = LOOPBACK.matcher(word.text());
    if (loopback.matches()) {
      return Optional.of(
          meant(
              word,
              "an IPv6 address stands in brackets",
              "[" + loopback.group(1) + "]:" + loopback.group(2)));
    }
    return IPV6.matcher(word.text()).matches()
        ? Optional.of(Hit.at(word, "an IPv6 address stands in brackets", "write [ADDRESS]:PORT"))
        : Optional.empty();
  }

  private static Hit meant(Word word, String message, String text) {
    return Hit.at(word, message, "write " + text).replacing(text);
  }
}
