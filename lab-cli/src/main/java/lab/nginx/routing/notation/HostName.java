package lab.nginx.routing.notation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import lab.nginx.routing.doubt.CannotTell;

/** What this machine calls itself: {@code $hostname}, in a {@code server_name} too. */
public final class HostName {
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /**
   * The name in lower case, as nginx keeps it.
   *
   * @throws CannotTell when the machine does not say
   */
  public static String ofThisMachine() {
    try {
      // asked of Java alone, a name that no resolver knows would be an error
      var name =
          Files.isReadable(LINUX)
              ? Files.readString(LINUX).strip()
              : InetAddress.getLocalHost().getHostName();
      return name.toLowerCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      throw new CannotTell("$hostname is this machine's name, which it does not say");
    } catch (IOException e) {
      throw new CannotTell("$hostname is this machine's name, which cannot be read");
    }
  }
}
