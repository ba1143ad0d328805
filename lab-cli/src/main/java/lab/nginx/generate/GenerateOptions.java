package lab.nginx.generate;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the generated file differs from the person's.
 *
 * @param folder where pid, logs, temporary files and caches go; absolute
 * @param ports real ports by the ports that the file names; one that is missing stays as it is
 * @param speed the replay factor k, a whole number; 1 leaves all times alone
 * @param upstream the one group that all proxied requests go to; empty leaves the routes alone
 * @param trace whether nginx also logs who answered each request, for the lab to read
 * @param user whom nginx's workers run as; empty leaves that to the file
 */
public record GenerateOptions(
    Path folder,
    Map<Integer, Integer> ports,
    int speed,
    Optional<String> upstream,
    boolean trace,
    Optional<String> user) {
  /** Refuses a relative folder and a speed outside of 1 to 100. */
  public GenerateOptions {
    ports = Map.copyOf(ports);
    if (!folder.isAbsolute()) {
      throw new IllegalArgumentException("the run's folder must be absolute: " + folder);
    }
    if (speed < 1 || speed > 100) {
      throw new IllegalArgumentException("speed must be a whole number from 1 to 100: " + speed);
    }
  }

  /** Only what nginx needs to run from a folder: no other port, speed or route. */
  public static GenerateOptions in(Path folder) {
    return new GenerateOptions(folder, Map.of(), 1, Optional.empty(), false, Optional.empty());
  }

  public GenerateOptions withPorts(Map<Integer, Integer> real) {
    return new GenerateOptions(folder, real, speed, upstream, trace, user);
  }

  public GenerateOptions withSpeed(int factor) {
    return new GenerateOptions(folder, ports, factor, upstream, trace, user);
  }

  public GenerateOptions withUpstream(String group) {
    return new GenerateOptions(folder, ports, speed, Optional.of(group), trace, user);
  }

  public GenerateOptions withTrace() {
    return new GenerateOptions(folder, ports, speed, upstream, true, user);
  }

  public GenerateOptions withUser(String name) {
    return new GenerateOptions(folder, ports, speed, upstream, trace, Optional.of(name));
  }

  /** The log that {@link #trace} asks for: one JSON object a line. */
  public Path traceLog() {
    return folder.resolve("trace.ndjson");
  }

  /** Whether any port of the file becomes another one. */
  boolean movesPorts() {
    return ports.entrySet().stream().anyMatch(entry -> !entry.getKey().equals(entry.getValue()));
  }

  int real(int port) {
    return ports.getOrDefault(port, port);
  }
}
