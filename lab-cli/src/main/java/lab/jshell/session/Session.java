package lab.jshell.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import lab.jshell.session.Evaluated.Fault;
import lab.jshell.session.Pieces.Piece;
import lab.jshell.vm.Reach;
import lab.jshell.vm.SnippetVm;
import lab.jshell.vm.VmCalls;
import lab.jshell.vm.VmEnd;
import lab.jshell.vm.VmLimits;

/**
 * A conversation with JShell that survives the death of the JVM it runs in.
 *
 * <p>One thread evaluates; any thread may {@link #stop} it.
 */
public final class Session implements AutoCloseable {
  private static final long STOP_MILLIS = 700;

  private final Engine.Parts parts;
  private final List<String> imports;
  private Engine engine;

  private Session(Engine.Parts parts, List<String> imports, Engine engine) {
    this.parts = parts;
    this.imports = imports;
    this.engine = engine;
  }

  /**
   * Starts JShell and its JVM.
   *
   * @param helperJar all of our classes that snippets may use
   * @param limits of the JVM
   * @param reach what snippets may name
   * @param calls what they may ask of the lab
   * @param printed takes what they print
   * @param imports that are there from the start
   * @throws IOException when the JVM cannot be started
   */
  public static Session open(
      Path helperJar,
      VmLimits limits,
      Reach reach,
      VmCalls calls,
      Consumer<String> printed,
      List<String> imports)
      throws IOException {
    var parts = new Engine.Parts(helperJar, limits, reach, calls, printed);
    var session = new Session(parts, List.copyOf(imports), Engine.start(parts));
    session.importAll();
    return session;
  }

  private void importAll() {
    imports.forEach(line -> engine.shell().eval(line));
  }

  /** JShell's own analysis, for completion and the like. */
  public SourceCodeAnalysis analysis() {
    return engine.shell().sourceCodeAnalysis();
  }

  /** The JVM that runs the snippets now. */
  public SnippetVm vm() {
    return engine.vm();
  }

  /** Cuts a text into pieces that {@link #evaluate} takes one at a time. */
  public List<Piece> pieces(String text, Duration limit) throws InterruptedException {
    try {
      return engine
          .begin(() -> Pieces.of(text, engine.shell().sourceCodeAnalysis()))
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException tooMuchForTheParser) {
      return List.of(new Piece(0, text, false));
    }
  }

  /**
   * Evaluates one piece.
   *
   * @param limit after which the JVM is ended
   */
  public Evaluated evaluate(String source, Duration limit) throws InterruptedException {
    engine.control().newMeasure();
    var shell = engine.shell();
    var task = engine.begin(() -> shell.eval(source));
    try {
      return outcome(source, task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return endStubborn(task);
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNull(e.getCause()), source);
    }
  }

  private Evaluated outcome(String source, List<SnippetEvent> events) {
    if (engine.control().outOfBounds().isPresent()) {
      return new Evaluated.OutOfBounds(engine.control().outOfBounds().get());
    }
    if (engine.control().isOver()) {
      return new Evaluated.Gone(engine.vm().end().orElse(new VmEnd.Closed()));
    }
    return Events.read(engine.shell(), source, events);
  }

  private Evaluated failed(Throwable cause, String source) {
    return switch (cause) {
      case StackOverflowError _ -> rejected(source, "this is nested too deeply for the compiler");
      case OutOfMemoryError _ -> rejected(source, "the compiler ran out of memory on this");
      case IllegalStateException _ ->
          new Evaluated.Gone(engine.vm().end().orElse(new VmEnd.Closed()));
      default -> rejected(source, "the compiler failed on this: " + cause);
    };
  }

  private static Evaluated rejected(String source, String message) {
    return new Evaluated.Rejected(List.of(new Fault(0, Math.min(1, source.length()), message)));
  }

  /** Time is up: a word first, then force. */
  private Evaluated endStubborn(Future<List<SnippetEvent>> task) throws InterruptedException {
    stop();
    try {
      task.get(STOP_MILLIS, TimeUnit.MILLISECONDS);
      return new Evaluated.TooLong(engine.control().isOver());
    } catch (ExecutionException | TimeoutException e) {
      engine.vm().kill(new VmEnd.Closed());
      return new Evaluated.TooLong(true);
    }
  }

  /** Tells what runs to stop; it may take a moment, or not listen. */
  public void stop() {
    engine.shell().stop();
  }

  /** Ends the JVM: for a snippet that does not listen. */
  public void kill() {
    engine.vm().kill(new VmEnd.Closed());
  }

  /** What is declared but cannot be used, with what it lacks. */
  public List<Unfinished> unfinished() {
    var shell = engine.shell();
    var unfinished = new ArrayList<Unfinished>();
    shell
        .snippets()
        .filter(DeclarationSnippet.class::isInstance)
        .map(DeclarationSnippet.class::cast)
        .forEach(snippet -> {
          var status = shell.status(snippet);
          if (status == Snippet.Status.RECOVERABLE_DEFINED
              || status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            unfinished.add(
                new Unfinished(
                    snippet.source(),
                    shell.unresolvedDependencies(snippet).toList(),
                    shell.diagnostics(snippet).map(Session::fault).toList()));
          }
        });
    return unfinished;
  }

  /**
   * A declaration that cannot be used.
   *
   * @param source its text
   * @param missing names that are nowhere declared
   * @param faults what is wrong inside it
   */
  public record Unfinished(String source, List<String> missing, List<Fault> faults) {
    public Unfinished {
      missing = List.copyOf(missing);
      faults = List.copyOf(faults);
    }
  }

  static Fault fault(Diag diagnosis) {
    return new Fault(
        (int) diagnosis.getStartPosition(),
        (int) diagnosis.getEndPosition(),
        diagnosis.getMessage(Locale.ENGLISH));
  }

  /** Variables, with their types and values. */
  public List<String> variables() {
    return engine
        .shell()
        .variables()
        .map(v -> v.typeName() + " " + v.name() + " = " + value(v))
        .toList();
  }

  private String value(VarSnippet variable) {
    try {
      return engine.shell().varValue(variable);
    } catch (IllegalStateException | IllegalArgumentException gone) {
      return "(gone)";
    }
  }

  /** Methods, with their signatures. */
  public List<String> methods() {
    return engine.shell().methods().map(m -> m.name() + m.signature()).toList();
  }

  /** Types. */
  public List<String> types() {
    return engine.shell().types().map(TypeDeclSnippet::name).toList();
  }

  /**
   * Brings the session back in a new JVM: imports, types and methods as they were, variables at the
   * default value of their type. Nothing that does something is done again.
   *
   * @return what came back and what did not
   * @throws IOException when no new JVM can be started
   */
  public Restored restore() throws IOException {
    var before = engine;
    var kept = Kept.of(before.shell());
    before.vm().close();
    engine = Engine.start(parts);
    importAll();
    return kept.replay(engine.shell());
  }

  @Override
  public void close() {
    engine.close();
  }
}
