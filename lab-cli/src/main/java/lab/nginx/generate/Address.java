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

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}", Pattern.CASE_INSENSITIVE);

  /** What the system reads as this machine too when it connects. */
  private static final Pattern ODD =
      Pattern.compile(
          "localhost\\.|127(\\.\\d{1,3}){1,2}|0(\\.0){0,3}|\\[::]|\\[(0{1,4}:){7}0{0,3}1]"
              + "|\\[::ffff:127(\\.\\d{1,3}){3}]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMERIC = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[.*]");

  /** Reads an address; a lone number is a port. */
  static Address parse(String text) {
    var matcher = WRITTEN.matcher(text);
    if (!matcher.matches() || matcher.group(2) == null) {
      return new Address(text, OptionalInt.empty());
    }
    return new Address(matcher.group(1), OptionalInt.of(Integer.parseInt(matcher.group(2))));
  }

  /** Whether it can only be this machine, written in the usual way. */
  boolean loopback() {
    return LOOPBACK.matcher(host).matches();
  }

  /** Whether a connection to it can only reach this machine, however it is written. */
  boolean here() {
    return loopback() || ODD.matcher(host).matches();
  }

  /** Whether it is a name, which may stand for several addresses. */
  boolean isName() {
    return !NUMERIC.matcher(host).matches();
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
