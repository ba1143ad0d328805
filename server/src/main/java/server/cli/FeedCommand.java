package server.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import server.events.Event;
import server.feed.Delays;
import server.feed.Delays.Spread;
import server.feed.Feed;
import server.feed.FeedSettings;
import server.settings.Speed;

/** Command {@code feed}. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    description = "The slow external service: answers each poll after a random delay.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FeedCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private LifeOptions life;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Listen at (${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8100",
      description = "Listen there (${DEFAULT-VALUE}); 0 chooses a free port.")
  private int port;

  @Option(
      names = "--backlog",
      defaultValue = "2048",
      description = "Connections the kernel may hold before they are accepted (${DEFAULT-VALUE}).")
  private int backlog;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Divide every duration by this (${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the delays (${DEFAULT-VALUE}); the same seed gives the same ones.")
  private long seed;

  @Option(
      names = "--delay",
      defaultValue = "integer",
      description = "${COMPLETION-CANDIDATES}: whole or any seconds (${DEFAULT-VALUE}).")
  private Spread spread;

  @Option(
      names = "--min",
      defaultValue = "0",
      description = "Shortest delay, seconds (${DEFAULT-VALUE}).")
  private double min;

  @Option(
      names = "--max",
      defaultValue = "5",
      description = "Longest delay, seconds (${DEFAULT-VALUE}).")
  private double max;

  @Option(
      names = "--control",
      description =
          "Take faults at this Unix domain socket, one a line: none, hang, refuse, fail, drip, cut;"
              + " state only asks (default: no such socket).")
  private Optional<Path> control = Optional.empty();

  @Option(
      names = "--events",
      description = "Report events to this Unix domain socket (default: none).")
  private Optional<Path> events = Optional.empty();

  @Option(
      names = "--run",
      defaultValue = "",
      description = "Nonce of the run, reported with the events (default: none).")
  private String run;

  @Option(
      names = "--grace",
      defaultValue = "5",
      description = "Seconds for running polls to finish at the end (${DEFAULT-VALUE}).")
  private double grace;

  @Override
  public Integer call() throws InterruptedException {
    var k = new Speed(speed);
    var delays = new Delays(new SplittableRandom(seed), spread, min, max, k);
    var settings = new FeedSettings(host, port, backlog, delays, k, control, k.ofSeconds(grace));
    Addresses.check("--host", host);
    var sink =
        ModeOptions.connect(
            events, new Event.Hello("feed", "feed", ProcessHandle.current().pid(), run));
    var feed = Feed.start(settings, sink);
    life.begin();
    Ready.say(command, feed);
    Lifetime.serve(feed, sink, settings.grace());
    return 0;
  }
}
