package lab.nginx.policy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;

/**
 * Refuses links among the files that may be served: nginx follows them wherever they lead.
 *
 * <p>Looks at all of {@code html}, whatever part of it the configuration names.
 */
final class Links {
  private static final int MOST_FILES = 10_000;

  private Links() {}

  static void check(SourceText main, Findings findings) {
    var at = new Span(main, 0, 0);
    var folder = main.path().toAbsolutePath().normalize().getParent();
    if (folder == null) {
      return;
    }
    var html = folder.resolve("html");
    try {
      var walk = new Walk();
      if (Files.isSymbolicLink(html) || Files.isDirectory(html)) {
        Files.walkFileTree(html, walk);
      }
      walk.link.ifPresent(link ->
          findings.refuse(
              "root",
              at,
              Messages.shown(folder.relativize(link).toString())
                  + " is a link: only real files are served"));
      if (walk.left < 0) {
        findings.refuse("limit", at, "html holds more than " + MOST_FILES + " files");
      }
    } catch (IOException e) {
      findings.refuse("root", at, "the folder html cannot be read");
    }
  }

  /** Goes through a folder, not through links, until there is something to refuse. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private Optional<Path> link = Optional.empty();
    private int left = MOST_FILES;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return --left < 0 ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        link = Optional.of(file);
        return FileVisitResult.TERMINATE;
      }
      return --left < 0 ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
