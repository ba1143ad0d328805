package lab.verify.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.lint.Checked;
import lab.lint.Diagnostic;
import lab.lint.Mistakes;
import lab.lint.NginxAnswer;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.Configuration;
import lab.stack.nginx.NginxBinary;
import lab.stack.nginx.NginxVersion;

/**
 * Why nginx would not start with a configuration, told within moments: by our own rules, and where
 * those are silent or only surmise, by {@code nginx -t} if there is an nginx.
 *
 * <p>What only this machine has against the file, such as a port that it may not listen on or a
 * name that it cannot resolve, is no refusal: elsewhere nginx takes the same file.
 */
public final class Refusal {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The releases at both ends of what our rules know. */
  private static final NginxVersion OLDEST = new NginxVersion(1, 22, 1);

  private static final NginxVersion NEWEST =
      new NginxVersion(Release.NEWEST.major(), Release.NEWEST.minor(), Release.NEWEST.patch());

  /** What a module may bring along. */
  private static final Set<String> OF_A_MODULE = Set.of("unknown-directive", "unknown-variable");

  /** nginx's words when a call to the system failed, or when it said nothing of the file at all. */
  private static final Pattern OF_THE_MACHINE =
      Pattern.compile(
          "(?<!pcre_compile)(?<!pcre2_compile)\\(\\)(?: |$)|get(?:pw|gr)nam\\(|^host not found|^nginx");

  private Refusal() {}

  /**
   * The reason, as a sentence without its full stop.
   *
   * @param configuration one whose text has no faults
   * @param nginx the nginx to ask; empty when there is none
   * @return empty when nginx accepts it, as far as can be told
   */
  public static Optional<String> of(Configuration configuration, Optional<NginxBinary> nginx) {
    boolean modules = configuration.directives().stream().anyMatch(one -> one.is("load_module"));
    var mistakes =
        mistakes(configuration, nginx).stream()
            .filter(one -> !(modules && OF_A_MODULE.contains(one.rule())))
            .toList();
    var certain = mistakes.stream().filter(one -> !Checked.isSurmise(one)).findFirst();
    var likely =
        certain.or(() -> mistakes.stream().findFirst()).map(one -> said(configuration, one));
    // to read a file with a module, nginx runs the module's code
    return certain.isPresent() || modules || nginx.isEmpty()
        ? likely
        : asked(nginx.get(), configuration, likely);
  }

  /** Our own findings; without an nginx, those that hold for the old and the new ones. */
  private static List<Diagnostic> mistakes(
      Configuration configuration, Optional<NginxBinary> nginx) {
    var newest = mistakes(configuration, nginx.map(NginxBinary::version).orElse(NEWEST));
    if (nginx.isPresent() || newest.isEmpty()) {
      return newest;
    }
    var oldest = new HashSet<>(mistakes(configuration, OLDEST));
    return newest.stream().filter(oldest::contains).toList();
  }

  private static List<Diagnostic> mistakes(Configuration configuration, NginxVersion version) {
    var facts = Incident.facts(version, new LabMachine(Set.of()));
    return Mistakes.in(new Site(configuration, facts));
  }

  private static Optional<String> asked(
      NginxBinary nginx, Configuration configuration, Optional<String> surmise) {
    var answer = NginxTrial.askQuickly(nginx, configuration, PATIENCE);
    if (answer.isPresent() && answer.get().ok()) {
      return Optional.empty();
    }
    return surmise.or(() ->
        answer
            .filter(said -> said.message().filter(Refusal::isOfTheFile).isPresent())
            .map(said -> said(configuration, said)));
  }

  private static boolean isOfTheFile(String message) {
    return !OF_THE_MACHINE.matcher(message).find();
  }

  private static String said(Configuration configuration, Diagnostic mistake) {
    var at = mistake.at();
    return "nginx refuses the file: "
        + mistake.message()
        + " in "
        + configuration.nameOf(at.source())
        + ":"
        + at.line();
  }

  private static String said(Configuration configuration, NginxAnswer answer) {
    var place = answer.at().map(at -> " in " + configuration.nameOf(at.source()) + ":" + at.line());
    return "nginx refuses the file: " + answer.message().orElse("") + place.orElse("");
  }
}
