package lab.nginx.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/** Which files a configuration may serve: those under the submission's {@code html}. */
final class PathRules {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");
  private static final Pattern TEMPORARY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Pattern FILE_TEST = Pattern.compile("\\(?!?-[fdex]");

  /** Variables that nginx has cleaned of steps upwards. */
  private static final Set<String> CLEAN = Set.of("uri", "document_uri", "is_args", "scheme");

  private final Facts facts;
  private final Findings findings;

  PathRules(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  void folder(Word word) {
    var path = word.text();
    boolean inside = path.equals("html") || path.startsWith("html/");
    if (!inside || Paths.climbs(path) || path.indexOf('$') >= 0) {
      findings.refuse("root", word, "files are served from the submission's folder html only");
    }
  }

  /**
   * A folder for temporary files: a plain name, as in the shipped file. nginx never sees it (the
   * generated file has the lab's own folder in its place), but an absolute path is a try to write
   * elsewhere, and said so.
   */
  void temporary(List<Word> args) {
    if (args.size() != 1 || !TEMPORARY.matcher(args.getFirst().text()).matches()) {
      findings.refuse(
          "writes", args.getFirst(), "temporary files go to a folder with a plain name");
    }
  }

  /**
   * An alias that ends with a slash under a prefix that does not: {@code /i../x} is then the file
   * {@code ../x} below it.
   */
  void alias(Placed placed) {
    var location = placed.parent().filter(parent -> parent.is("location"));
    var head =
        location.stream()
            .flatMap(one -> one.args().stream())
            .map(Word::text)
            .collect(Collectors.joining(" "));
    boolean prefix = !head.startsWith("~") && !head.startsWith("=");
    var alias = placed.statement().args().getFirst();
    if (prefix && alias.text().endsWith("/") && !head.endsWith("/")) {
      findings.refuse(
          "root",
          alias,
          "the alias ends with a slash and the location does not, so /name../ leads out of it");
    }
  }

  /** A URI that nginx sends the client to, or goes on with itself. */
  void target(Word word, boolean querySplitLate) {
    if (!word.text().matches("(?s)(https?://|\\$scheme).*")) {
      internal(word, querySplitLate);
    }
  }

  /**
   * A path that nginx goes on with itself: it must not lead out of the folder.
   *
   * @param querySplitLate whether nginx looks for the query after it has put in the variables
   */
  void internal(Word word, boolean querySplitLate) {
    var path = word.text().split(querySplitLate ? "\\?|\\$\\{?is_args" : "\\?", 2)[0];
    boolean dirty = false;
    var variables = VARIABLE.matcher(path);
    while (variables.find()) {
      var name = variables.group(1).toLowerCase(Locale.ROOT);
      boolean group = name.matches("\\d") || facts.captured().contains(name);
      dirty |= group ? facts.foreign().contains(name) : !CLEAN.contains(name);
    }
    if (dirty || Paths.climbs(path)) {
      findings.refuse(
          "path", word, "this path could lead out of the folder html: use $uri or a fixed path");
    }
  }

  /** {@code -f} and its like may ask for the requested file only. */
  void fileTests(List<Word> condition) {
    for (int at = 0; at + 1 < condition.size(); at++) {
      var asked = condition.get(at + 1).text().replace(")", "");
      if (FILE_TEST.matcher(condition.get(at).text()).matches()
          && !Set.of("$request_filename", "$document_root$uri").contains(asked)) {
        findings.refuse("path", condition.get(at + 1), "only $request_filename may be tested");
      }
    }
  }
}
