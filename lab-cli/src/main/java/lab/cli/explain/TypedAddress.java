package lab.cli.explain;

import java.util.List;
import java.util.regex.Pattern;
import lab.nginx.routing.notation.Addresses;

/** An {@code ADDR:PORT} as a person types it. */
public final class TypedAddress {
  private static final Pattern FORM =
      Pattern.compile("(localhost|[0-9.]+|\\[[0-9a-fA-F:.]+]):(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  private TypedAddress() {}

  /** Whether it is one: {@code localhost} or an address, and a port from 1. */
  public static boolean isOne(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    var host = form.group(1);
    boolean address =
        host.startsWith("[")
            ? host.contains(":") && Addresses.isAddress(host.substring(1, host.length() - 1))
            : host.equals("localhost") || Addresses.isAddress(host);
    int port = Integer.parseInt(form.group(2));
    return address && port >= 1 && port <= LAST_PORT;
  }

  /** The upstream addresses that are meant: localhost is one of each family. */
  public static List<String> upstreams(String text) {
    var port = text.substring(text.lastIndexOf(':'));
    return text.startsWith("localhost:")
        ? List.of("127.0.0.1" + port, "[::1]" + port)
        : List.of(text);
  }
}
