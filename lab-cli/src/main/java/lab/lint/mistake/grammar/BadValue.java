package lab.lint.mistake.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Placed;
import lab.nginx.grammar.Value;
import lab.nginx.syntax.Word;
import lab.problem.Nearest;

/** A size, a number or a choice that nginx cannot read. */
public final class BadValue implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a value that it takes";
  }

  private static final Set<String> COUNTS = Set.of("worker_connections", "worker_processes");
  private static final Pattern SPOKEN = Pattern.compile("(\\d+) ?([kKmMgG])(?:i?[bB]|bytes)?");

  @Override
  public Stream<Hit> check(Site site) {
    return site.placed()
        .filter(placed -> !placed.statement().args().isEmpty())
        .flatMap(placed ->
            COUNTS.contains(placed.statement().name().text()) && placed.context().isPresent()
                ? count(placed.statement().args().getFirst())
                : listed(placed));
  }

  private static Stream<Hit> listed(Placed placed) {
    var args = placed.statement().args();
    if (placed.in(Context.UPSTREAM) && placed.is("zone") && args.size() == 2) {
      return size(args.get(1), "\\d+[kKmM]?", "bytes, k or m");
    }
    return placed
        .context()
        .flatMap(context -> Grammar.stock().rule(placed.statement().name().text(), context))
        .stream()
        .filter(rule -> rule.arguments().accepts(placed.statement().args().size()))
        .flatMap(rule -> hits(placed.statement().args(), rule.value()));
  }

  private static Stream<Hit> count(Word word) {
    return word.text().matches("\\d+|auto")
        ? Stream.empty()
        : Stream.of(Hit.at(word, "\"" + word + "\" is no whole number", "write digits only"));
  }

  private static Stream<Hit> hits(List<Word> args, Value value) {
    var first = args.getFirst();
    if (first.text().contains("$")) {
      return Stream.empty();
    }
    return switch (value.kind()) {
      case SIZE -> size(first, "\\d+[kKmM]?", "bytes, k or m");
      case OFFSET -> size(first, "\\d+[kKmMgG]?", "bytes, k, m or g");
      case NUMBER ->
          first.text().matches("\\d+")
              ? Stream.empty()
              : Stream.of(
                  Hit.at(first, "\"" + first + "\" is no whole number", "write digits only"));
      case BUFFERS ->
          args.size() == 2 ? size(args.get(1), "\\d+[kKmM]?", "bytes, k or m") : Stream.empty();
      case CHOICE -> args.size() == 1 ? choices(args, value.words()) : Stream.empty();
      case CHOICES -> choices(args, value.words());
      case FLAG, MILLIS, SECONDS, TIMES, OTHER -> Stream.empty();
    };
  }

  private static Stream<Hit> size(Word word, String form, String units) {
    if (word.text().matches(form)) {
      return Stream.empty();
    }
    var message = "\"" + word + "\" is no size for nginx";
    var spoken = SPOKEN.matcher(word.text());
    var meant = spoken.matches() ? spoken.group(1) + spoken.group(2).toLowerCase(Locale.ROOT) : "";
    return Stream.of(
        meant.matches(form)
            ? Hit.at(word, message, "write " + meant).replacing(meant)
            : Hit.at(word, message, "write a number and " + units + ", such as 16k"));
  }

  private static Stream<Hit> choices(List<Word> args, List<String> words) {
    return args.stream()
        .filter(word -> words.stream().noneMatch(word.text()::equalsIgnoreCase))
        .limit(1)
        .map(word -> {
          var message = "\"" + word + "\" is none of: " + String.join(", ", words);
          return Nearest.of(word.text(), words)
              .map(near -> Hit.at(word, message, "did you mean \"" + near + "\"?").replacing(near))
              .orElse(Hit.at(word, message, "write one of them"));
        });
  }
}
