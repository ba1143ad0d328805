package lab.cli.dev;

import java.util.Optional;
import lab.cli.course.Desk;
import lab.course.variation.Learner;
import picocli.CommandLine.Model.CommandSpec;

/** The desk of an author, who may sit down in the place of any learner. */
final class AuthorDesk {
  private AuthorDesk() {}

  /**
   * Opens it.
   *
   * @param learner whose numbers are to be tried; empty for those of this checkout
   */
  static Desk open(CommandSpec spec, Optional<String> learner) {
    var desk = Desk.open(spec);
    var salt = desk.journal().progress().learner().salt();
    return learner.map(name -> desk.of(new Learner(Optional.of(name), salt))).orElse(desk);
  }
}
