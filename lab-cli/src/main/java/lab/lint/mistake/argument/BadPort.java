package lab.lint.mistake.argument;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Listen;
import lab.lint.site.Peer;
import lab.lint.site.Proxy;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** A port that does not exist. */
public final class BadPort implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a port from 1 to 65535";
  }

  private static final Pattern PORT =
      Pattern.compile("(?:[^:\\[\\]]+|\\[[^\\]]*\\]|):(\\d\\w*|[oOlI]\\w*\\d\\w*)");
  private static final Pattern ALONE = Pattern.compile("(\\d+)");

  @Override
  public Stream<Hit> check(Site site) {
    var listens =
        site.listens()
            .map(Listen::directive)
            .flatMap(listen -> listen.args().stream().limit(1))
            .flatMap(word ->
                hit(word, word.text(), PORT).or(() -> hit(word, word.text(), ALONE)).stream());
    var peers =
        site.upstreams()
            .flatMap(group -> group.peers().stream())
            .map(Peer::directive)
            .flatMap(peer -> peer.args().stream().limit(1))
            .flatMap(word -> hit(word, word.text(), PORT).stream());
    var targets =
        site.proxies()
            .filter(proxy -> !proxy.hasVariable() && !proxy.scheme().isEmpty())
            .filter(proxy -> site.group(proxy).isEmpty())
            .flatMap(BadPort::hit);
    return Stream.of(listens, peers, targets).flatMap(all -> all);
  }

  private static Stream<Hit> hit(Proxy proxy) {
    return hit(proxy.target(), proxy.authority(), PORT).stream();
  }

  private static Optional<Hit> hit(Word word, String address, Pattern form) {
    var matcher = form.matcher(address);
    if (address.startsWith("unix:") || !matcher.matches() || exists(matcher.group(1))) {
      return Optional.empty();
    }
    var port = matcher.group(1);
    var at = last(word.span(), port);
    if (port.matches("\\d+")) {
      return Optional.of(
          Hit.at(
              word,
              "there is no such port: the highest is 65535",
              "write a port from 1 to 65535, such as 8080"));
    }
    var digits = port.replaceAll("[oO]", "0").replaceAll("[lI]", "1");
    var hit = Hit.at(at, "\"" + port + "\" is no port", "write " + digits);
    return Optional.of(
        exists(digits) && at.raw().equals(port)
            ? hit.replacing(digits)
            : Hit.at(at, "\"" + port + "\" is no port", "write digits, such as 8080"));
  }

  private static boolean exists(String port) {
    if (!port.matches("\\d{1,9}")) {
      return false;
    }
    int number = Integer.parseInt(port);
    return number > 0 && number <= 65_535;
  }

  /** Where a port stands in a word; the word itself where escapes hide it. */
  private static Span last(Span word, String port) {
    int at = word.raw().lastIndexOf(port);
    return at < 0
        ? word
        : new Span(word.source(), word.start() + at, word.start() + at + port.length());
  }
}
