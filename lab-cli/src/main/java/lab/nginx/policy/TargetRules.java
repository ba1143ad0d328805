package lab.nginx.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lab.nginx.grammar.DefinedVariable;
import lab.nginx.syntax.Directive;
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
          "backup|down|weight=\\d{1,3}|(?:max_fails|max_conns)=\\d{1,6}|fail_timeout=(?:\\d{1,6}(?:ms|[smhd])?){1,3}");
  private static final Pattern LISTEN_OPTION =
      Pattern.compile("default_server|default|reuseport|backlog=\\d{1,6}|ipv6only=(?:on|off)");

  /**
   * A group's name that nginx cannot read as an address: {@code host:port} or {@code unix:} would
   * never be looked for among the groups, but connected to.
   */
  private static final Pattern GROUP = Pattern.compile("(?![\\d.]+$)[A-Za-z0-9_.-]+");

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)})");

  /** Variables whose value the client has a say in even where the configuration sets them. */
  private static final Set<String> OF_THE_REQUEST =
      Set.of("args", "query_string", "uri", "document_uri", "limit_rate", "host", "request_uri");

  private static final String SCHEME = "http://";
  private static final int UNWRITTEN_PORT = 8000;

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

  /** A server without {@code listen} listens too. */
  void unwritten(Directive server) {
    boolean written =
        server.block().stream()
            .flatMap(block -> block.directives().stream())
            .anyMatch(inner -> inner.is("listen"));
    if (!written && !facts.ports().contains(UNWRITTEN_PORT)) {
      findings.refuse(
          "listen",
          server,
          "a server without \"listen\" takes port "
              + UNWRITTEN_PORT
              + ": nginx may listen on this machine's "
              + ports());
    }
  }

  void group(Word name) {
    if (!GROUP.matcher(name.text()).matches()) {
      findings.refuse(
          "upstream-name",
          name,
          Messages.shown(name.text()) + " could be read as an address: name it with letters");
    }
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
    var text = word.text();
    if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      findings.refuse("proxy-target", word, "a target begins with http://");
      return;
    }
    var authority = Authority.parse(text.substring(SCHEME.length()));
    if (known(authority.host(), authority.glued())) {
      return;
    }
    if (authority.host().indexOf('$') < 0) {
      findings.refuse("proxy-target", word, unknown(authority.host()));
      return;
    }
    var variable = VARIABLE.matcher(authority.host());
    if (!variable.matches()) {
      findings.refuse("proxy-target", word, "the target may be one variable, not a joined string");
    } else if (authority.glued() == Glued.PATH) {
      findings.refuse(
          "proxy-target", word, "where the variable is empty, the path would be the target");
    } else {
      var name = variable.group(1) == null ? variable.group(2) : variable.group(1);
      variable(name.toLowerCase(Locale.ROOT), word);
    }
  }

  /** Every value of a target's variable must be a literal that would itself be allowed. */
  private void variable(String name, Word use) {
    boolean client =
        OF_THE_REQUEST.contains(name)
            || DefinedVariable.ofMessages(name)
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
      if (!known(value.text(), Glued.NOTHING)) {
        findings.refuse(
            "proxy-target", value, "$" + name + " is a target: " + unknown(value.text()));
      }
    }
  }

  private String unknown(String target) {
    return Messages.shown(target) + " is neither an upstream of this file nor one of " + ports();
  }

  /** Whether a target stays in the lab, whatever the variable behind it holds. */
  private boolean known(String target, Glued glued) {
    var group = target.toLowerCase(Locale.ROOT);
    return switch (glued) {
      case NOTHING, REQUEST -> facts.groups().contains(group) || onLabPort(PEER, target);
      case PATH -> facts.groups().contains(group) && !"unix:".startsWith(group);
    };
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

  /** What stands right behind a target, without a slash. */
  private enum Glued {
    NOTHING,
    /** The request's URI as it came: it begins with a slash or a question mark. */
    REQUEST,
    /**
     * The path, which {@code rewrite} may have left without its slash: digits could lengthen a
     * port.
     */
    PATH
  }

  /**
   * Where a target leads, such as {@code async} of {@code http://async$request_uri}.
   *
   * @param host a group, an address, or variables
   */
  private record Authority(String host, Glued glued) {
    private static final Pattern URI =
        Pattern.compile(
            "\\$(?:(request_uri|uri|document_uri)\\b|\\{(request_uri|uri|document_uri)\\})");

    static Authority parse(String target) {
      var text = target.split("[/?]", 2)[0];
      var uri = URI.matcher(text);
      if (!uri.find()) {
        return new Authority(text, Glued.NOTHING);
      }
      boolean asItCame = uri.group().contains("request_uri");
      return new Authority(text.substring(0, uri.start()), asItCame ? Glued.REQUEST : Glued.PATH);
    }
  }
}
