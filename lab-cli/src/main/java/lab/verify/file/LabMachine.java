package lab.verify.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.lint.site.Machine;
import lab.stack.Ports;

/**
 * This machine, as the rules ask about it.
 *
 * @param ours ports on which our own stack listens, which are as good as free
 */
public record LabMachine(Set<Integer> ours) implements Machine {
  private static final Pattern SOFT_LIMIT = Pattern.compile("(?m)^Max open files\\s+(\\d+)");
  private static final int FIRST_FREE_PORT = 1024;

  public LabMachine {
    ours = Set.copyOf(ours);
  }

  @Override
  public boolean writable(Path file) {
    var existing = file;
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    boolean folderIsThere = existing.equals(file) || existing.equals(file.getParent());
    return folderIsThere && Files.isWritable(existing);
  }

  @Override
  public boolean free(int port) {
    return ours.contains(port) || (port < FIRST_FREE_PORT && !lowPorts()) || Ports.isFree(port);
  }

  @Override
  public boolean lowPorts() {
    return "root".equals(System.getProperty("user.name"))
        || text("/proc/sys/net/ipv4/ip_unprivileged_port_start")
            .map(String::strip)
            .filter(first -> first.matches("\\d+") && Integer.parseInt(first) <= 80)
            .isPresent();
  }

  @Override
  public boolean stdoutIsSocket() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("socket:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  @Override
  public int openFiles() {
    return text("/proc/self/limits")
        .map(SOFT_LIMIT::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> Long.parseLong(matcher.group(1)))
        .map(limit -> (int) Math.min(limit, Integer.MAX_VALUE))
        .orElse(Integer.MAX_VALUE);
  }

  private static Optional<String> text(String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)));
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }
}
