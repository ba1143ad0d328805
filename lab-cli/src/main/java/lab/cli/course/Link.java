package lab.cli.course;

import java.nio.file.Path;
import lab.cli.Console;

/** Paths that a terminal can open by a click (OSC 8), and that are plain text everywhere else. */
final class Link {
  private Link() {}

  /** The path, as a link where a terminal shows it. */
  static String to(Console console, Path path) {
    return console.live()
        ? "\033]8;;" + path.toUri() + "\033\\" + path + "\033]8;;\033\\"
        : path.toString();
  }
}
