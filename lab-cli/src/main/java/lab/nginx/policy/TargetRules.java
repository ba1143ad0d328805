package lab.nginx.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lab.nginx.syntax.Word;

/** Which sockets a configuration may touch: the lab's ports on this machine. */
final class TargetRules {
  private static final Pattern PEER =
      Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1\\]):([1-9]\\d{0,4})");
  private static final Pattern LISTEN =
      Pattern.compile(
          "(?:(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\*|\\[::1?\\]):)?([1-9]\\d{0,4})");
  private static final Pattern PEER_OPTION =
      Pattern.compile(
          "backup|down|weight=\\d{1,3}|(?:max_fails|max_conns)=\\d{1,6}|fail_timeout=\\d{1,6}m?s?");
  private static final Pattern LISTEN_OPTION =
      Pattern.compile("default_server|default|reuseport|backlog=\\d{1,6}|ipv6only=(?:on|off)");
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)})");

  /** Variables whose value the client has a say in even where the configuration sets them. */
  private static final Set<String> OF_THE_REQUEST =
      Set.of("args", "query_string", "uri", "document_uri", "limit_rate", "host", "request_uri");

  private static final List<String> OF_THE_REQUEST_BY_PREFIX =
      List.of("http_", "arg_", "cookie_", "sent_", "upstream_");

  private final Facts facts;
  private final Findings findings;
  private final Set<String> judged = new HashSet<>();

  TargetRules(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  void listen(List<Word> args) {
    if (!onLabPort(LISTEN, args.getFirst().text())) {
      findings.refuse("listen", args.getFirst(), "nginx may listen on this machine's " + ports());
    }
    options(args, LISTEN_OPTION, "listen");
  }

  void peer(List<Word> args) {
    if (!onLabPort(PEER, args.getFirst().text())) {
      findings.refuse(
          "upstream-server",
          args.getFirst(),
          "a server is localhost, 127.0.0.1 or [::1], " + ports());
    }
    options(args, PEER_OPTION, "upstream-server");
  }

  void proxyPass(Word word) {
    var target = word.text();
    if (!target.startsWith("http://")) {
      findings.refuse("proxy-target", word, "a target begins with http://");
      return;
    }
    var authority = target.substring("http://".length()).split("[/?]", 2)[0];
    if (known(authority)) {
      return;
    }
    if (authority.indexOf('$') < 0) {
      findings.refuse(
          "proxy-target",
          word,
          Messages.shown(authority) + " is neither an upstream of this file nor one of " + ports());
      return;
    }
    var variable = VARIABLE.matcher(authority);
    if (!variable.matches()) {
      findings.refuse("proxy-target", word, "the target may be one variable, not a joined string");
      return;
    }
    var name = (variable.group(1) == null ? variable.group(2) : variable.group(1));
    variable(name.toLowerCase(Locale.ROOT), word);
  }

  /** Every value of a target's variable must be a literal that would itself be allowed. */
  private void variable(String name, Word use) {
    boolean client =
        OF_THE_REQUEST.contains(name)
            || OF_THE_REQUEST_BY_PREFIX.stream().anyMatch(name::startsWith)
            || facts.captured().contains(name);
    var values = facts.values().getOrDefault(name, List.of());
    if (client || values.isEmpty()) {
      findings.refuse(
          "proxy-target",
          use,
          "$" + name + " may hold what a client sends, not only literal targets");
      return;
    }
    if (!judged.add(name)) {
      return;
    }
    for (var value : values) {
      if (!known(value.text())) {
        findings.refuse(
            "proxy-target",
            value,
            "$"
                + name
                + " is a target, so each value is an upstream of this file or one of "
                + ports());
      }
    }
  }

  private boolean known(String authority) {
    return facts.groups().contains(authority) || onLabPort(PEER, authority);
  }

  private boolean onLabPort(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.matches() && facts.ports().contains(Integer.valueOf(matcher.group(1)));
  }

  private void options(List<Word> args, Pattern allowed, String rule) {
    for (var word : args.subList(1, args.size())) {
      if (!allowed.matcher(word.text()).matches()) {
        findings.refuse(rule, word, Messages.shown(word.text()) + " is not allowed here");
      }
    }
  }

  private String ports() {
    var numbers = facts.ports().stream().map(String::valueOf).toList();
    return "ports " + String.join(", ", numbers);
  }
}
