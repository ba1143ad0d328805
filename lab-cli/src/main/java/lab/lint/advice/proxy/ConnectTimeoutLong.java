package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Upstream;

/** A minute is long to wait for a connection on the same machine. */
public final class ConnectTimeoutLong implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "proxy_connect_timeout 2s";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.proxies()
        .filter(proxy -> proxy.scope().value("proxy_connect_timeout").isEmpty())
        .filter(proxy ->
            isLocal(proxy.host())
                || site.group(proxy).filter(ConnectTimeoutLong::isLocal).isPresent())
        .map(proxy ->
            Hit.at(
                proxy.target(),
                "a full backlog is waited for up to 60 s, on the same machine",
                "add: proxy_connect_timeout 2s;"));
  }

  private static boolean isLocal(Upstream group) {
    return group.peers().stream().anyMatch(peer -> isLocal(peer.host()));
  }

  private static boolean isLocal(String host) {
    return host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]");
  }
}
