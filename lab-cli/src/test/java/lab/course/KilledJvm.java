package lab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own that is killed with signal 9 amid its work. */
public final class KilledJvm {
  private KilledJvm() {}

  /** The command line of a program of these tests. */
  public static List<String> commandOf(Class<?> program, String... arguments) {
    var line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    line.addAll(List.of(arguments));
    return line;
  }

  /**
   * Lets a program work that says a line after each round of its work, and kills it within a round.
   *
   * @param rounds that it may do before, at least 2
   * @param share of the time that the last of them took, after which the next is cut off; 0 to 1
   * @return all the whole lines that it said, also those between the last awaited one and its end
   */
  public static List<String> saidBeforeItsEnd(
      int rounds, double share, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    var errors = Files.createTempFile("killed", ".txt");
    var process =
        new ProcessBuilder(commandOf(program, arguments)).redirectError(errors.toFile()).start();
    var said = new ArrayList<String>();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      long began = System.nanoTime();
      long took = 0;
      for (int round = 0; round < rounds; round++) {
        var heard = out.readLine();
        assertThat(heard).as(Files.readString(errors)).isNotNull();
        said.add(heard);
        long now = System.nanoTime();
        took = now - began;
        began = now;
      }
      TimeUnit.NANOSECONDS.sleep(Math.round(took * share));
      // The process itself would close its streams as well, and with them what it has said.
      process.toHandle().destroyForcibly();
      said.addAll(wholeLines(out));
    } finally {
      process.destroyForcibly().waitFor();
      Files.delete(errors);
    }
    return said;
  }

  /** A last line without its end was cut off. */
  private static List<String> wholeLines(Reader out) throws IOException {
    var rest = new StringWriter();
    out.transferTo(rest);
    return rest.toString().substring(0, rest.toString().lastIndexOf('\n') + 1).lines().toList();
  }
}
