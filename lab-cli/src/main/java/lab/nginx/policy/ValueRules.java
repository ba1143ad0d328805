package lab.nginx.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.DefinedVariable;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/** The rules for the values of allowed directives. */
final class ValueRules {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_-]+");

  private final Findings findings;
  private final SizeRules sizes;
  private final TargetRules targets;
  private final PathRules paths;

  ValueRules(Facts facts, Findings findings) {
    this.findings = findings;
    this.sizes = new SizeRules(findings);
    this.targets = new TargetRules(facts, findings);
    this.paths = new PathRules(facts, findings);
  }

  void check(Placed placed) {
    var args = placed.statement().args();
    lines(placed);
    variables(placed);
    if (placed.is("server") && placed.in(Context.HTTP)) {
      targets.unwritten(placed.statement());
    }
    if (placed.context().isEmpty() || args.isEmpty()) {
      return;
    }
    var first = args.getFirst();
    switch (placed.statement().name().text()) {
      case "listen" -> targets.listen(args);
      case "proxy_pass" -> targets.proxyPass(first);
      case "server" -> {
        if (placed.in(Context.UPSTREAM)) {
          targets.peer(args);
        }
      }
      case "upstream" -> targets.group(first);
      case "charset" -> charset(first);
      case "root" -> paths.folder(first);
      case "alias" -> {
        paths.folder(first);
        paths.alias(placed);
      }
      case "index" -> args.forEach(paths::index);
      case "try_files" -> paths.tryFiles(args);
      case "error_page" -> paths.errorPage(args.getLast());
      case "rewrite" -> paths.rewrite(placed);
      case "if" -> paths.fileTests(args);
      case "access_log", "error_log" -> {
        logTarget(first);
        sizes.check(placed);
      }
      case "client_body_temp_path",
          "proxy_temp_path",
          "fastcgi_temp_path",
          "uwsgi_temp_path",
          "scgi_temp_path" ->
          paths.temporary(args);
      case "proxy_set_header", "add_header", "proxy_hide_header", "proxy_pass_header" ->
          header(first);
      default -> sizes.check(placed);
    }
  }

  /** A line feed may stand in a text for a person, nowhere where it could end a header. */
  private void lines(Placed placed) {
    var args = placed.statement().args();
    boolean text =
        placed.is("log_format")
            || (placed.is("return")
                && args.stream().limit(1).anyMatch(one -> one.text().matches("[2456]\\d\\d")));
    var words = new ArrayList<Word>(text ? List.of() : args);
    words.add(placed.statement().name());
    for (var word : words) {
      if (word.text().chars().anyMatch(c -> c == '\r' || c == '\n')) {
        findings.refuse("bytes", word, "a line feed here could forge a header");
      }
    }
  }

  /** A line of a request or an answer holds what the message says, not what the file says. */
  private void variables(Placed placed) {
    for (var defined : DefinedVariable.in(placed)) {
      if (DefinedVariable.ofMessages(defined.name())) {
        findings.refuse(
            "variable",
            defined.at(),
            Messages.shown("$" + defined.name())
                + " is a line of a request or an answer: give the variable another name");
      }
    }
  }

  private void charset(Word word) {
    if (!HEADER.matcher(word.text()).matches()) {
      findings.refuse("not-allowed", word, "a charset's name is letters, digits and -");
    }
  }

  private void logTarget(Word word) {
    var target = word.text();
    boolean elsewhere = List.of("syslog:", "memory:").stream().anyMatch(target::startsWith);
    if (elsewhere || target.equals("stderr") || target.indexOf('$') >= 0) {
      findings.refuse("log-target", word, "a log goes to a file with a fixed name");
    }
  }

  private void header(Word word) {
    if (!HEADER.matcher(word.text()).matches()) {
      findings.refuse("reserved-header", word, "a header's name is letters, digits and -");
    }
    if (word.text().replace('_', '-').regionMatches(true, 0, "X-Lab-", 0, "X-Lab-".length())) {
      findings.refuse("reserved-header", word, "headers named X-Lab-... belong to the lab");
    }
  }
}
