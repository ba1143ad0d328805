package lab.nginx.syntax.closure;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.Optional;

/** How a message speaks of a file that cannot be read: with nothing that a terminal obeys. */
final class Unreadable {
  private static final int LONGEST = 60;

  private Unreadable() {}

  /** A name in quotes, cut when long, with a dot for each letter that does not print. */
  static String quoted(String name) {
    var cut = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
    return "\"" + cut.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", ".") + "\"";
  }

  /** Why a file cannot be read, without its name, which Java likes to put into the message. */
  static String reason(Exception failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException e -> Optional.ofNullable(e.getReason()).orElse("input/output error");
      case InvalidPathException e -> e.getReason();
      default -> Objects.requireNonNullElse(failure.getMessage(), "input/output error");
    };
  }
}
