package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Routed;
import lab.lint.site.Site;
import lab.lint.site.Values;

/** A stream is cut because it may be silent for longer than nginx waits. */
public final class StreamReadTimeout implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "raise proxy_read_timeout for the stream, or send heartbeats";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.routed()
        .filter(routed -> routed.route().isStream())
        .flatMap(StreamReadTimeout::hits);
  }

  private static Stream<Hit> hits(Routed routed) {
    var quiet = routed.route().quiet();
    return routed.proxy().stream()
        .flatMap(proxy -> proxy.scope().value("proxy_read_timeout").stream())
        .filter(
            word -> Values.time(word.text()).filter(wait -> wait.compareTo(quiet) <= 0).isPresent())
        .map(word ->
            Hit.at(
                word,
                routed.route().path()
                    + " may be silent for "
                    + quiet.toSeconds()
                    + " s: nginx cuts it after "
                    + word,
                "write a longer time, such as " + quiet.multipliedBy(6).toSeconds() + "s"));
  }
}
