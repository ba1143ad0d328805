package lab.nginx.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/** Which files a configuration may serve: those under the submission's {@code html}. */
final class PathRules {
  private static final Pattern TEMPORARY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Pattern FILE_TEST = Pattern.compile("\\(?!?-[fdex]");

  /** What nginx sends the client to, by how the text begins: for rewrite, before any variable. */
  private static final Pattern REDIRECT = Pattern.compile("(?s)(?:https?://|\\$scheme(?!\\w)).*");

  private static final Pattern NO_PATH =
      Pattern.compile("(?s)(?:https?://|\\$(?:scheme(?!\\w)|\\{scheme})).*|@[^$]*");

  private static final Pattern NAMED_LOCATION_OR_STATUS = Pattern.compile("@[^$]*|=\\d+");
  private static final Pattern DOCUMENT_ROOT =
      Pattern.compile("\\$(?:document_root(?!\\w)|\\{document_root})");

  /** Nothing where there are no arguments, and else a query. */
  private static final Pattern QUERY =
      Pattern.compile("\\$\\{?is_args}?\\$\\{?(?:args|query_string)}?$");

  private final Facts facts;
  private final Findings findings;

  PathRules(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  /** The folder {@code html} or one below it, without a step that is none. */
  void folder(Word word) {
    var path = word.text().replaceFirst("^(?:\\./+)+", "");
    boolean inside = path.equals("html") || path.startsWith("html/");
    if (!inside || Paths.steps(path) || path.indexOf('$') >= 0) {
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
   * An alias under a prefix that does not end with a slash: {@code /i../x} is then the file {@code
   * ../x} below one that does, and {@code /i-x} is {@code html-x} for the alias {@code html}.
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
    boolean wholeFolder = alias.text().endsWith("/");
    if (prefix && wholeFolder && !head.endsWith("/")) {
      findings.refuse(
          "root",
          alias,
          "the alias ends with a slash and the location does not, so /name../ leads out of it");
    } else if (prefix && alias.text().matches("(?:\\./+)*html")) {
      findings.refuse("root", alias, "the rest of the path is put right behind html: write html/");
    }
  }

  /** A file that nginx puts behind the path of a folder, or goes on with if it begins with /. */
  void index(Word word) {
    check(word, word.text().startsWith("/") ? word.text() : "/" + word.text());
  }

  /** Files to look for, and a last word where nginx goes on. */
  void tryFiles(List<Word> args) {
    args.subList(0, args.size() - 1).forEach(word -> check(word, word.text()));
    if (!NAMED_LOCATION_OR_STATUS.matcher(args.getLast().text()).matches()) {
      check(args.getLast(), beforeQuery(args.getLast()));
    }
  }

  /** Where nginx goes on after an error, or sends the client. */
  void errorPage(Word word) {
    if (!NO_PATH.matcher(word.text()).matches()) {
      check(word, beforeQuery(word));
    }
  }

  /** A path in place of the request's; the expression's own groups are what its digits mean. */
  void rewrite(Placed placed) {
    var args = placed.statement().args();
    if (args.size() < 2 || REDIRECT.matcher(args.get(1).text()).matches()) {
      return;
    }
    if (args.size() > 2 && Set.of("redirect", "permanent").contains(args.get(2).text())) {
      return;
    }
    var word = args.get(1);
    var path = new PathTemplate(word.text().split("\\?", 2)[0]);
    // a map among them runs its own expression before the digits are put in
    boolean tables =
        PathTemplate.variables(word.text()).stream().anyMatch(facts.values()::containsKey);
    if (tables) {
      check(word, path.text());
      return;
    }
    var own = RegexGroups.of(args.getFirst().text());
    if (!path.safe(name -> shape(name, own.groups()), own.apart())) {
      refuse(word);
    }
  }

  private Shape shape(String name, List<RegexGroups.Group> own) {
    if (!name.matches("[1-9]")) {
      return facts.inPaths().of(name);
    }
    int number = Integer.parseInt(name);
    return number > own.size() ? Shape.WORD : own.get(number - 1).shape();
  }

  /** The path where nginx looks for the query after it has put in the variables. */
  private static String beforeQuery(Word word) {
    return QUERY.matcher(word.text().split("\\?", 2)[0]).replaceFirst("");
  }

  private void check(Word word, String path) {
    if (!new PathTemplate(path).safe(facts.inPaths()::of, false)) {
      refuse(word);
    }
  }

  private void refuse(Word word) {
    findings.refuse(
        "path",
        word,
        "this path could lead out of the folder html: begin it with / or $uri, and add fixed text"
            + " or a group that holds whole segments, as in ^/x/(.*)$");
  }

  /** {@code -f} and its like may ask for the requested file, and for fixed ones. */
  void fileTests(List<Word> condition) {
    for (int at = 0; at + 1 < condition.size(); at++) {
      var asked = condition.get(at + 1).text().replace(")", "");
      if (FILE_TEST.matcher(condition.get(at).text()).matches()
          && !asked.equals("$request_filename")
          && !belowRoot(asked)) {
        findings.refuse(
            "path",
            condition.get(at + 1),
            "only $request_filename and files below $document_root may be tested");
      }
    }
  }

  private boolean belowRoot(String asked) {
    var root = DOCUMENT_ROOT.matcher(asked);
    return root.lookingAt()
        && new PathTemplate(asked.substring(root.end())).safe(facts.inPaths()::of, false);
  }
}
