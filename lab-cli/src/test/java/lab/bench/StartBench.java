package lab.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** From the call of a command to the first byte that it prints. */
final class StartBench {
  private StartBench() {}

  /**
   * Prints the median and the range of milliseconds to the first byte.
   *
   * @param args a name for the row, how many times, and the command
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int times = Integer.parseInt(args[1]);
    var command = List.of(args).subList(2, args.length);
    firstByteMillis(command);
    var millis = new double[times];
    for (int n = 0; n < times; n++) {
      millis[n] = firstByteMillis(command);
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-24s %10.0f %8.0f %8.0f%n",
        args[0],
        millis[times / 2],
        millis[0],
        millis[times - 1]);
  }

  private static double firstByteMillis(List<String> command)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = process.getInputStream()) {
      if (out.read() < 0) {
        throw new IOException(String.join(" ", command) + " printed nothing");
      }
      long first = System.nanoTime();
      out.transferTo(java.io.OutputStream.nullOutputStream());
      process.waitFor();
      return (first - begun) / 1e6;
    }
  }
}
