package lab.nginx.generate;

import java.util.List;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.FaultyFileException;

/** Writes the file that nginx really reads. */
public final class Generator {
  private Generator() {}

  /**
   * Rewrites a configuration for one run.
   *
   * @throws FaultyFileException when the configuration has faults, or holds something that cannot
   *     be rewritten for certain; each problem names file and line
   */
  public static Generated generate(Configuration configuration, GenerateOptions options) {
    configuration.demandReadable();
    var draft = Draft.of(configuration, options);
    if (options.trace()) {
      new TraceGuard(draft, FileRewrite.TRACE_FORMAT).apply();
    }
    new FileRewrite(draft).apply();
    new Bounds(draft).apply();
    new ListenRewrite(draft).apply();
    new TargetRewrite(draft).apply();
    int speed = new SpeedRewrite(draft).apply();
    new ShownPorts(draft).apply();
    draft.stopIfRefused();
    var ports = NginxPorts.of(configuration);
    return new Renderer(configuration, draft.edits())
        .render(speed, List.copyOf(draft.notes()), ports.mapped(options.ports()));
  }
}
