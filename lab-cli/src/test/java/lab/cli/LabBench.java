package lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.run.KeptCalibration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checkout in a folder of its own, and the lab's commands run on it in this process.
 *
 * @param root the checkout
 */
record LabBench(Path root) {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));

  /** What a command did. */
  record Done(int exit, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  /** Makes a checkout that holds just what the lab looks for. */
  static LabBench in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("exercises"));
    Files.createDirectories(folder.resolve("nginx"));
    Files.copy(PROJECT.resolve("nginx/nginx.conf"), folder.resolve("nginx/nginx.conf"));
    KeptCalibration.lend(folder.resolve(".lab"));
    return new LabBench(folder);
  }

  Done lab(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    var all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--root";
    all[words.length + 1] = root.toString();
    int exit = command.execute(all);
    try {
      KeptCalibration.keep(root.resolve(".lab"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Done(exit, out.toString(), err.toString());
  }

  void write(String configuration) throws IOException {
    Files.writeString(root.resolve("nginx/nginx.conf"), configuration);
  }
}
