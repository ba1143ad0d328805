package lab.jshell.vm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import lab.jshell.child.Wire;

/**
 * The only classes of ours that the learner's JVM sees, in a jar of their own.
 *
 * <p>They are taken from where this program's own classes are, so that no build step can forget
 * them or add the grader's.
 */
public final class HelperJar {
  private static final List<String> PACKAGES =
      List.of("lab/jshell/child", "lab/jshell/kit", "lab/jshell/bench");

  private HelperJar() {}

  /**
   * Writes the jar unless it is there already; its name says what it holds.
   *
   * @param folder where it is kept; made when it is not there
   * @throws IOException when it cannot be written
   */
  public static Path in(Path folder) throws IOException {
    var bytes = jar(classes());
    var sum = new CRC32();
    sum.update(bytes);
    Files.createDirectories(folder);
    var jar = folder.resolve("bench-%08x.jar".formatted(sum.getValue())).toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      var fresh = Files.createTempFile(folder, "bench-", ".part");
      Files.write(fresh, bytes);
      Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return jar;
  }

  private static byte[] jar(Map<String, byte[]> classes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      for (var entry : classes.entrySet()) {
        var header = new JarEntry(entry.getKey());
        header.setLastModifiedTime(FileTime.fromMillis(0));
        jar.putNextEntry(header);
        jar.write(entry.getValue());
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> classes() throws IOException {
    var ours = ourClasses();
    if (Files.isDirectory(ours)) {
      return below(ours);
    }
    try (var jar = FileSystems.newFileSystem(URI.create("jar:" + ours.toUri()), Map.of())) {
      return below(jar.getPath("/"));
    }
  }

  private static Path ourClasses() {
    try {
      return Path.of(Wire.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> below(Path root) throws IOException {
    var classes = new TreeMap<String, byte[]>();
    for (var name : PACKAGES) {
      try (var files = Files.list(root.resolve(name))) {
        for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          classes.put(name + "/" + file.getFileName(), Files.readAllBytes(file));
        }
      }
    }
    return classes;
  }
}
