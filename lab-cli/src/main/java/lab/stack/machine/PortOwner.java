package lab.stack.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port. */
public final class PortOwner {
  private static final String LISTENING = "0A";
  private static final List<String> TABLES = List.of("/proc/net/tcp", "/proc/net/tcp6");

  private PortOwner() {}

  /**
   * The process that listens on a TCP port of this machine.
   *
   * <p>Source: proc(5), {@code /proc/net/tcp}: column 2 is the local address, 4 the state, 10 the
   * inode.
   *
   * @return empty when nobody does, or the platform does not tell this user
   */
  public static Optional<ProcessHandle> of(int port) {
    var inodes = new HashSet<String>();
    for (var table : TABLES) {
      for (var line : ProcFiles.lines(table)) {
        var columns = line.strip().split("\\s+", -1);
        if (columns.length > 9
            && columns[3].equals(LISTENING)
            && columns[1].endsWith(":%04X".formatted(port))) {
          inodes.add("socket:[" + columns[9] + "]");
        }
      }
    }
    return inodes.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses().filter(process -> holds(process, inodes)).findFirst();
  }

  /** The process in words, such as {@code nginx (pid 4711)}. */
  public static String describe(ProcessHandle process) {
    var name =
        ProcFiles.lines("/proc/" + process.pid() + "/comm").stream()
            .findFirst()
            .or(() -> process.info().command())
            .orElse("a process");
    return name + " (pid " + process.pid() + ")";
  }

  private static boolean holds(ProcessHandle process, Set<String> inodes) {
    try (var descriptors = Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/fd"))) {
      for (var descriptor : descriptors) {
        if (inodes.contains(target(descriptor))) {
          return true;
        }
      }
    } catch (IOException | RuntimeException notOurs) {
      // Another user's process, or one that has just ended.
    }
    return false;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
