package lab.nginx.routing.notation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.doubt.Numbers;

/** Addresses and networks as the file writes them. */
public final class Addresses {
  private Addresses() {}

  /** How many leading bits a network fixes. */
  public static int bits(String network) {
    int slash = network.indexOf('/');
    return slash < 0
        ? network.indexOf(':') >= 0 ? 128 : 32
        : Numbers.read(network.substring(slash + 1), 128);
  }

  public static boolean contains(String network, String address) {
    int slash = network.indexOf('/');
    var wanted = bytes(slash < 0 ? network : network.substring(0, slash));
    var given = bytes(address);
    int bits = bits(network);
    if (wanted.length != given.length) {
      return false;
    }
    if (bits > 8 * wanted.length) {
      throw new CannotTell("\"" + network + "\" is no network");
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((wanted[bit / 8] & mask) != (given[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** An address in network order, one {@code char} a byte. */
  public static String binary(String address) {
    return new String(bytes(address), StandardCharsets.ISO_8859_1);
  }

  /** Whether a text is an address. */
  public static boolean isAddress(String text) {
    return text.matches("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}")
        || (text.contains(":") && text.matches("[0-9a-fA-F:.]+"));
  }

  /** Whether an IPv4 address lies in a range, ends included. */
  public static boolean inRange(String range, String address) {
    int dash = range.indexOf('-');
    if (dash < 0) {
      throw new CannotTell("\"" + range + "\" is no range");
    }
    var low = bytes(range.substring(0, dash));
    var high = bytes(range.substring(dash + 1));
    var given = bytes(address);
    return Arrays.compareUnsigned(low, given) <= 0 && Arrays.compareUnsigned(given, high) <= 0;
  }

  /** The addresses that nginx connects to for an upstream server as the file writes it. */
  public static List<String> peers(String written) {
    if (written.startsWith("unix:")) {
      return List.of(written);
    }
    boolean hasPort = written.matches("(\\[.*]|[^:]*):\\d+");
    var host = hasPort ? written.substring(0, written.lastIndexOf(':')) : written;
    var port = hasPort ? written.substring(written.lastIndexOf(':') + 1) : "80";
    if (host.matches("[\\d.]+|\\[.*]")) {
      return List.of(host + ":" + port);
    }
    if (!host.equalsIgnoreCase("localhost")) {
      throw new CannotTell("\"" + host + "\" is whatever its name resolves to");
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(host))
          .sorted(Comparator.comparingInt(address -> -address.getAddress().length))
          .map(address ->
              address.getAddress().length > 4
                  ? "[::1]:" + port
                  : address.getHostAddress() + ":" + port)
          .toList();
    } catch (UnknownHostException e) {
      throw new CannotTell("\"" + host + "\" does not resolve on this machine");
    }
  }

  private static byte[] bytes(String address) {
    if (!address.matches("[\\d.]+|[0-9a-fA-F:.]+")) {
      throw new CannotTell("\"" + address + "\" is not an address");
    }
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new CannotTell("\"" + address + "\" is not an address");
    }
  }
}
