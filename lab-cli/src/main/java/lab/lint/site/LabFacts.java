package lab.lint.site;

import java.util.List;
import java.util.Map;
import lab.nginx.grammar.Release;

/**
 * What the rules know of the lab and of this machine.
 *
 * @param nginx the release that will read the file
 * @param routes the application's paths
 * @param modes the kind of server behind each port, such as 8101 {@code sync}
 * @param bothFamilies whether the application listens on ::1 as well as on 127.0.0.1
 * @param driverPort the port that the lab's traffic is sent to
 * @param streams connections that the incident holds open at once
 * @param machine this machine
 */
public record LabFacts(
    Release nginx,
    List<Route> routes,
    Map<Integer, String> modes,
    boolean bothFamilies,
    int driverPort,
    int streams,
    Machine machine) {
  /** From here on HTTP/1.1 and kept connections are the default towards the application. */
  public static final Release KEEPS_CONNECTIONS = new Release(1, 29, 7);

  public LabFacts {
    routes = List.copyOf(routes);
    modes = Map.copyOf(modes);
  }
}
