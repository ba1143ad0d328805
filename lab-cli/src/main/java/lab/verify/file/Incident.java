package lab.verify.file;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import lab.lint.site.LabFacts;
import lab.lint.site.Machine;
import lab.lint.site.Route;
import lab.nginx.grammar.Release;
import lab.stack.Program;
import lab.stack.nginx.NginxVersion;

/** The facts of the incident that the rules want to know. */
public final class Incident {
  private static final Duration SLOWEST_POLL = Duration.ofSeconds(5);
  private static final int STREAMS = 80;

  private Incident() {}

  public static LabFacts facts(NginxVersion nginx, Machine machine) {
    return new LabFacts(
        new Release(nginx.major(), nginx.minor(), nginx.patch()),
        List.of(
            new Route("/", Route.Kind.QUICK, Duration.ZERO),
            new Route("/hash_me", Route.Kind.QUICK, Duration.ofMillis(150)),
            new Route("/check_feed", Route.Kind.SLOW, SLOWEST_POLL),
            new Route("/stream_feed", Route.Kind.STREAM, SLOWEST_POLL)),
        Program.MODES.stream().collect(Collectors.toMap(Program::usualPort, Program::label)),
        false,
        Program.NGINX.usualPort(),
        STREAMS,
        machine);
  }
}
