package lab.cli.course;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The person's editor.
 *
 * @param words of its command line, before the file
 * @param ownWindow whether it opens a window of its own and gives the terminal back
 */
record Editor(List<String> words, boolean ownWindow) {
  Editor {
    words = List.copyOf(words);
  }

  /**
   * The editor to use: the one that was named, $VISUAL or $EDITOR, else VS Code where it is
   * installed.
   *
   * @param named a command line, blanks between its words
   */
  static Optional<Editor> find(Optional<String> named, Map<String, String> environment) {
    return named
        .or(() -> set(environment, "VISUAL"))
        .or(() -> set(environment, "EDITOR"))
        .map(line -> new Editor(List.of(line.strip().split("\\s+")), false))
        .or(() ->
            onPath("code", environment)
                .map(code -> new Editor(List.of(code.toString(), "--goto"), true)));
  }

  /**
   * Opens a file and waits for the editor where it uses this terminal.
   *
   * @return the editor's exit code
   * @throws IOException when it cannot be started
   */
  int open(Path file) throws IOException, InterruptedException {
    var line = new ArrayList<>(words);
    line.add(file.toString());
    var process = new ProcessBuilder(line).inheritIO().start();
    return ownWindow ? 0 : process.waitFor();
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static Optional<Path> onPath(String program, Map<String, String> environment) {
    for (var folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      var file = Path.of(folder.isEmpty() ? "." : folder, program);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
