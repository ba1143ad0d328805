package lab.lint.advice.machine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A file that nginx would write, and this person may not. */
public final class PathUnwritable implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "write a path that is yours, or let the lab start nginx";
  }

  private static final Set<String> FILES = Set.of("pid", "error_log", "access_log", "lock_file");

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes()
        .flatMap(scope -> scope.directives().stream())
        .filter(statement ->
            FILES.contains(statement.name().text())
                || statement.name().text().endsWith("_temp_path"))
        .flatMap(statement -> statement.args().stream().limit(1))
        .filter(word ->
            word.text().startsWith("/")
                && !word.text().startsWith("/dev/")
                && !word.text().contains("$"))
        .filter(word -> path(word.text()).filter(site.facts().machine()::writable).isEmpty())
        .map(word ->
            Hit.at(
                word,
                "you may not write " + word,
                "write a path of your own; the lab puts its own in its place"));
  }

  /** The path that a word names; empty for what no file can be called. */
  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
