package lab.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the lab starts another Java process: with its own JDK, and a class cache where one was made.
 */
final class Jvm {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private Jvm() {}

  /**
   * The beginning of a command line: the program and its flags.
   *
   * @param heapMegabytes the largest heap
   * @param classCache an AppCDS archive; ignored when the file is not there
   */
  static List<String> command(int heapMegabytes, Path classCache) {
    var words = new ArrayList<String>();
    words.add(JAVA.toString());
    words.add("-Xmx" + heapMegabytes + "m");
    words.add("-XX:+UseSerialGC");
    words.add("-XX:TieredStopAtLevel=1");
    if (Files.isRegularFile(classCache)) {
      words.add("-XX:SharedArchiveFile=" + classCache);
      // The JVM tells its doubts about a cache on standard output, which is for the program.
      words.add("-Xlog:disable");
      words.add("-Xlog:all=warning:stderr");
    }
    return words;
  }
}
