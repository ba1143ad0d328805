package lab.jshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import lab.jshell.service.BenchService;
import lab.jshell.service.LabStack;
import lab.jshell.session.Session;
import lab.jshell.trial.TrialRoom;
import lab.jshell.vm.HelperJar;
import lab.jshell.vm.Reach;
import lab.jshell.vm.SnippetVm;
import lab.jshell.vm.VmLimits;
import lab.screen.Ink;

/** {@code lab shell}: Java with the lab at hand, in a terminal or from a pipe. */
public final class Shell implements AutoCloseable {
  private static final List<String> IMPORTS =
      List.of(
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.concurrent.atomic.*;",
          "import java.util.concurrent.locks.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;",
          "import java.time.*;",
          "import lab.jshell.kit.*;",
          "import lab.jshell.bench.*;",
          "import static lab.jshell.bench.Bench.*;");

  private final BenchService service;
  private final Session session;
  private final Evaluator evaluator;
  private final Commands commands;
  private final Docs docs = new Docs();
  private final Settings settings;

  /**
   * How a shell is set up.
   *
   * @param cache where the helper jar and the history are kept, such as {@code .lab/jshell}
   * @param limit of one snippet
   * @param out takes results, line by line
   * @param err takes what went wrong, line by line
   * @param printed takes what snippets print, as it comes
   * @param ink colours, or none
   * @param columns of the screen
   */
  public record Settings(
      Path cache,
      Duration limit,
      Consumer<String> out,
      Consumer<String> err,
      Consumer<String> printed,
      Ink ink,
      int columns) {}

  private Shell(Settings settings, BenchService service, Session session) {
    this.settings = settings;
    this.service = service;
    this.session = session;
    var talk = new Talk(settings.out(), settings.err(), settings.ink(), settings.columns());
    this.evaluator = new Evaluator(session, talk, settings.limit());
    this.commands = new Commands(evaluator, docs, settings.out());
  }

  /**
   * Starts JShell, its JVM and the lab's end of the bench. No stack is started before somebody asks
   * for it.
   *
   * @throws IOException when the JVM cannot be started
   */
  public static Shell open(Settings settings, LabStack stacks) throws IOException {
    var vm = new AtomicReference<Optional<Session>>(Optional.empty());
    var trials =
        new TrialRoom(
            () -> vm.get().map(Session::vm).map(SnippetVm::threads).orElse(OptionalInt.empty()));
    var service = new BenchService(stacks, trials);
    var session =
        Session.open(
            HelperJar.in(settings.cache()),
            VmLimits.INTERACTIVE,
            Reach.UNBOUNDED,
            service,
            settings.printed(),
            IMPORTS);
    vm.set(Optional.of(session));
    return new Shell(settings, service, session);
  }

  /**
   * Evaluates files first.
   *
   * @return whether all went well
   */
  public boolean load(List<String> files) throws IOException, InterruptedException {
    for (var file : files) {
      if (!commands.open(file)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Evaluates what comes from a pipe, up to its end or {@code /exit}.
   *
   * @return whether all went well
   */
  public boolean read(BufferedReader in) throws IOException, InterruptedException {
    boolean well = true;
    var pending = new StringBuilder();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (pending.isEmpty()
          && line.stripLeading().startsWith("/")
          && !line.stripLeading().startsWith("//")) {
        var next = commands.run(line);
        well &= next != Commands.Next.FAILED;
        if (next == Commands.Next.END) {
          return well;
        }
        continue;
      }
      pending.append(line).append('\n');
      if (isWhole(pending.toString())) {
        well &= evaluateAll(pending.toString());
        pending.setLength(0);
      }
    }
    boolean lastWell = evaluateAll(pending.toString());
    return well && lastWell;
  }

  private boolean isWhole(String text) throws InterruptedException {
    var pieces = session.pieces(text, Evaluator.PARSE_LIMIT);
    return pieces.isEmpty() || pieces.getLast().complete();
  }

  private boolean evaluateAll(String text) throws IOException, InterruptedException {
    boolean well = true;
    for (var piece : session.pieces(text, Evaluator.PARSE_LIMIT)) {
      well &= evaluator.evaluate(piece.source().stripTrailing(), "");
    }
    return well;
  }

  /**
   * Talks with the person at the terminal until they leave.
   *
   * @throws IOException when standard input and output are no terminal
   */
  public void converse() throws IOException, InterruptedException {
    try (var desk = new Desk(session, docs, settings)) {
      desk.onInterrupt(evaluator::interrupt);
      for (var line = desk.next(); line.isPresent(); line = desk.next()) {
        var text = line.get();
        if (text.stripLeading().startsWith("/") && !text.stripLeading().startsWith("//")) {
          if (commands.run(text) == Commands.Next.END) {
            return;
          }
        } else {
          var _ = evaluateAll(text);
        }
      }
    }
  }

  @Override
  public void close() {
    session.close();
    service.close();
  }
}
