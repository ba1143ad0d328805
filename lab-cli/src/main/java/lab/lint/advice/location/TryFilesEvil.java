package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** Each request asks the disk for every name of try_files. */
public final class TryFilesEvil implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "add open_file_cache, or drop try_files";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("try_files")
        .filter(stated -> stated.scope().valueIs("open_file_cache", "off", "off"))
        .filter(stated -> stated.directive().args().size() > 2)
        .map(stated ->
            Hit.at(
                stated.directive(),
                "every request looks for "
                    + (stated.directive().args().size() - 1)
                    + " files first",
                "add open_file_cache, or list fewer"));
  }
}
