package lab.lint.site;

import java.nio.file.Path;

/** What this machine allows to the person who would start nginx. */
public interface Machine {
  /** Whether a file can be made or appended to. */
  boolean writable(Path file);

  /** Whether nothing of somebody else's listens on a port. */
  boolean free(int port);

  /** Whether ports below 1024 may be listened on. */
  boolean lowPorts();

  /** Whether standard output is a socket, which nginx cannot open as {@code /dev/stdout}. */
  boolean stdoutIsSocket();

  /** Files and sockets that one process may hold open. */
  int openFiles();
}
