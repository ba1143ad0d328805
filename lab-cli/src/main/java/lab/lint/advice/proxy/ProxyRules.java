package lab.lint.advice.proxy;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on what is passed to the application. */
public final class ProxyRules {
  private ProxyRules() {}

  public static List<Rule> all() {
    return List.of(
        new ConnectTimeoutLong(),
        new ConnectionUpgradeFixed(),
        new HostLost(),
        new HostSpoofing(),
        new HttpSplitting(),
        new InterceptMissing(),
        new ProxySlash(),
        new ProxyVarUri(),
        new SetHeaderDropped(),
        new Ssrf(),
        new StreamBuffered(),
        new StreamReadTimeout());
  }
}
