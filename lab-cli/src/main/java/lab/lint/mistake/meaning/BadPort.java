package lab.lint.mistake.meaning;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Listen;
import lab.lint.site.Peer;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;

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

  private static final Pattern PORT = Pattern.compile("(?:.*[^:]:|\\[[^\\]]*\\]:|:)(\\d+)|(\\d+)");

  @Override
  public Stream<Hit> check(Site site) {
    var listens = site.listens().map(Listen::directive);
    var peers = site.upstreams().flatMap(group -> group.peers().stream()).map(Peer::directive);
    return Stream.concat(listens, peers)
        .flatMap(statement ->
            statement.args().stream().limit(1).filter(word -> wrong(statement, word.text())))
        .map(word ->
            Hit.at(
                word,
                "there is no such port: the highest is 65535",
                "write a port from 1 to 65535, such as 8080"));
  }

  private static boolean wrong(Directive statement, String text) {
    var matcher = PORT.matcher(text);
    if (text.startsWith("unix:") || !matcher.matches()) {
      return false;
    }
    var port = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    boolean bare = matcher.group(1) == null;
    return (!bare || statement.is("listen"))
        && (port.length() > 5 || Integer.parseInt(port) > 65_535 || Integer.parseInt(port) == 0);
  }
}
