package lab.nginx.generate;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A host and perhaps a port, as {@code listen}, {@code server} and {@code proxy_pass} write them.
 *
 * @param host as written, brackets included; empty when there is only a port
 * @param port 1 to 65535; empty when none is written
 */
record Address(String host, OptionalInt port) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*?)(?::?(?<=^|:)(\\d{1,5}))?");

  /** Reads an address; a lone number is a port. */
  static Address parse(String text) {
    var matcher = WRITTEN.matcher(text);
    if (!matcher.matches() || matcher.group(2) == null) {
      return new Address(text, OptionalInt.empty());
    }
    return new Address(matcher.group(1), OptionalInt.of(Integer.parseInt(matcher.group(2))));
  }

  /** Whether it can only be this machine. */
  boolean loopback() {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** The address with another port. */
  Address at(int other) {
    return new Address(host, OptionalInt.of(other));
  }

  @Override
  public String toString() {
    var number = port.isPresent() ? String.valueOf(port.getAsInt()) : "";
    return host.isEmpty() || number.isEmpty() ? host + number : host + ":" + number;
  }
}
