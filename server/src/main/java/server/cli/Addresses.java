package server.cli;

import java.net.InetSocketAddress;
import server.settings.StartFailure;

/** Hosts named on the command line. */
final class Addresses {
  private Addresses() {}

  /**
   * Refuses a host that has no address, before anything is started.
   *
   * @param option that named it
   */
  static void check(String option, String host) {
    if (new InetSocketAddress(host, 0).isUnresolved()) {
      throw new StartFailure("no address is known for " + host, "correct " + option);
    }
  }
}
