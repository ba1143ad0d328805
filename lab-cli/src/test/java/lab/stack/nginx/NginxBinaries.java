package lab.stack.nginx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The nginx programs that the tests of agreement ask: that of this machine, and those that the
 * environment variable {@code LAB_NGINX_ALSO} names, with colons between, such as one unpacked from
 * another release.
 */
public final class NginxBinaries {
  private static final Path NOTHING_UNPACKED = Path.of("/nonexistent");
  private static final Path UNPACKED = Path.of("target/nginx");

  private NginxBinaries() {}

  /** This machine's own, or else the one that Debian's package brings: no test goes without. */
  public static synchronized NginxBinary own() {
    return NginxSupply.here().nginx(UNPACKED, _ -> {});
  }

  public static List<NginxBinary> all() {
    var binaries = new ArrayList<NginxBinary>();
    binaries.add(own());
    for (var path : System.getenv().getOrDefault("LAB_NGINX_ALSO", "").split(":", -1)) {
      if (!path.isBlank()) {
        binaries.add(NginxBinary.find(Map.of("LAB_NGINX", path), NOTHING_UNPACKED).orElseThrow());
      }
    }
    return binaries;
  }
}
