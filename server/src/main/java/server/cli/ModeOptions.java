package server.cli;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import server.events.Event;
import server.events.EventChannel;
import server.events.EventSink;
import server.routes.HashWork;
import server.settings.ModeSettings;
import server.settings.Speed;
import server.settings.StartFailure;

/** The options of every mode. */
final class ModeOptions {
  private static final System.Logger LOG = System.getLogger(ModeOptions.class.getName());

  /** What {@code /hash_me} takes at speed 1. */
  static final Duration HASH_TIME = Duration.ofMillis(150);

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Listen at (${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--backlog",
      defaultValue = "2048",
      description = "Connections the kernel may hold before they are accepted (${DEFAULT-VALUE}).")
  private int backlog;

  @Option(
      names = "--feed",
      defaultValue = "http://127.0.0.1:8100",
      description = "Poll this feed (${DEFAULT-VALUE}).")
  private URI feed = URI.create("http://127.0.0.1:8100");

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Divide every duration of ours by this (${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--hash-iterations",
      description =
          "Rounds of /hash_me (default: what takes about 150 ms at speed 1, measured at the start).")
  private Optional<Long> hashIterations = Optional.empty();

  @Option(
      names = "--events",
      description = "Report events to this Unix domain socket (default: none).")
  private Optional<Path> events = Optional.empty();

  @Option(
      names = "--run",
      defaultValue = "",
      description = "Nonce of the run, sent back as header X-Lab-Run (default: none).")
  private String run = "";

  @Option(
      names = "--grace",
      defaultValue = "5",
      description = "Seconds for running requests to finish at the end (${DEFAULT-VALUE}).")
  private double grace;

  Speed speed() {
    return new Speed(speed);
  }

  /**
   * Checked settings; calibrates when no number of rounds was given.
   *
   * @throws StartFailure when a host has no address
   */
  ModeSettings settings(int port, Supplier<HashWork> calibrated) {
    // Everything is checked before seconds are spent on calibrating.
    var checked = checked(port);
    Addresses.check("--host", checked.host());
    Addresses.check("--feed", checked.feed().getHost());
    return hashIterations.isPresent()
        ? checked
        : checked.withHashIterations(announced(calibrated.get()).iterations());
  }

  /** Settings in range, with one round of {@code /hash_me} when no number was given. */
  ModeSettings checked(int port) {
    return new ModeSettings(
        host,
        port,
        backlog,
        feed,
        speed(),
        hashIterations.orElse(1L),
        run,
        speed().ofSeconds(grace));
  }

  /** Calibrates in this JVM. */
  HashWork calibratedHere() {
    return HashWork.lasting(speed().of(HASH_TIME));
  }

  EventSink events(String program, String role) {
    return connect(events, new Event.Hello(program, role, ProcessHandle.current().pid(), run));
  }

  /** As {@link #events}, but a lost reader is only logged: it must not stop a replacement. */
  EventSink eventsIfTaken(String program, String role) {
    try {
      return events(program, role);
    } catch (StartFailure nobody) {
      LOG.log(Level.WARNING, nobody.getMessage());
      return EventSink.unwatched();
    }
  }

  Optional<Path> eventsPath() {
    return events;
  }

  static EventSink connect(Optional<Path> events, Event.Hello hello) {
    return events
        .<EventSink>map(path -> EventChannel.connect(path, hello))
        .orElseGet(EventSink::unwatched);
  }

  private static HashWork announced(HashWork work) {
    LOG.log(Level.INFO, "calibrated: --hash-iterations " + work.iterations());
    return work;
  }
}
