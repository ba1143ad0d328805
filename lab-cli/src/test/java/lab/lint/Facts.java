package lab.lint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lab.lint.site.LabFacts;
import lab.lint.site.Machine;
import lab.lint.site.Route;
import lab.nginx.grammar.Release;

/** Facts of a made-up machine, the same on every machine that runs the tests. */
public final class Facts {
  private Facts() {}

  public static LabFacts of(Release release, boolean stdoutIsSocket) {
    return new LabFacts(
        release,
        List.of(
            new Route("/", Route.Kind.QUICK, Duration.ZERO),
            new Route("/hash_me", Route.Kind.QUICK, Duration.ofMillis(150)),
            new Route("/check_feed", Route.Kind.SLOW, Duration.ofSeconds(5)),
            new Route("/stream_feed", Route.Kind.STREAM, Duration.ofSeconds(5))),
        Map.of(8101, "sync", 8102, "pooled", 8103, "async", 8104, "virtual"),
        false,
        8080,
        80,
        new MadeUpMachine(stdoutIsSocket));
  }

  /** Everything may be written but /unwritable, and somebody listens on 9999. */
  private record MadeUpMachine(boolean stdoutIsSocket) implements Machine {
    @Override
    public boolean writable(Path file) {
      return !file.startsWith("/unwritable");
    }

    @Override
    public boolean free(int port) {
      return port != 9999;
    }

    @Override
    public boolean lowPorts() {
      return false;
    }

    @Override
    public int openFiles() {
      return 65_536;
    }
  }
}
