package lab.lint.mistake.variable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The variables of nginx's own modules.
 *
 * <p>Source: nginx.org/en/docs/varindex.html.
 */
final class Variables {
  private static final List<String> FAMILIES =
      List.of(
          "arg_",
          "http_",
          "cookie_",
          "sent_http_",
          "sent_trailer_",
          "trailer_",
          "upstream_http_",
          "upstream_cookie_",
          "upstream_trailer_",
          "proxy_protocol_tlv_",
          "jwt_",
          "ssl_",
          "geoip_",
          "otel_");

  private static final Set<String> NAMES = read();

  private Variables() {}

  static Set<String> names() {
    return NAMES;
  }

  /**
   * Whether nginx has a variable.
   *
   * @param name without the dollar sign, in lower case
   */
  static boolean exists(String name) {
    return NAMES.contains(name) || FAMILIES.stream().anyMatch(name::startsWith);
  }

  private static Set<String> read() {
    try (var in = Variables.class.getResourceAsStream("variables.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return Set.of(text.strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
