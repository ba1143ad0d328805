package lab.jshell.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lab.jshell.trial.TrialRoom;
import lab.jshell.vm.VmCalls;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.FeedControl;
import lab.stack.Program;
import lab.stack.RunningStack;

/** Answers each question of the bench on a thread of its own. */
public final class BenchService implements VmCalls, AutoCloseable {
  private final LabStack stacks;
  private final TrialRoom trials;
  private final LoadDesk loads = new LoadDesk();
  private final Map<Long, Thread> working = new ConcurrentHashMap<>();

  /**
   * Opens the service.
   *
   * @param trials where code of exercises is tried
   */
  public BenchService(LabStack stacks, TrialRoom trials) {
    this.stacks = stacks;
    this.trials = trials;
  }

  @Override
  public void ask(long number, String verb, List<String> arguments, Reply reply) {
    if (!verb.startsWith("bench.")) {
      trials.ask(number, verb, arguments, reply);
      return;
    }
    var thread =
        Thread.ofVirtual()
            .unstarted(() -> {
              answer(verb.substring("bench.".length()), arguments, reply);
              working.remove(number);
            });
    working.put(number, thread);
    thread.start();
  }

  @Override
  public void tell(String verb, List<String> arguments) {
    if (verb.equals("cancel")) {
      Optional.ofNullable(working.get(Long.valueOf(arguments.getFirst())))
          .ifPresent(Thread::interrupt);
    }
    trials.tell(verb, arguments);
  }

  private void answer(String verb, List<String> arguments, Reply reply) {
    try {
      reply.ok(answer(verb, arguments));
    } catch (ProblemException e) {
      reply.failed(
          e.problems().stream()
              .map(problem -> problem.what() + " " + problem.next())
              .collect(Collectors.joining("; ")));
    } catch (IOException | IllegalArgumentException e) {
      reply.failed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      reply.failed("stopped");
    } catch (RuntimeException e) {
      reply.failed("this is a bug in the lab: " + e);
    }
  }

  private List<String> answer(String verb, List<String> arguments)
      throws IOException, InterruptedException {
    return switch (verb) {
      case "trial" -> List.of(trials.open(Integer.parseInt(arguments.getFirst())));
      case "runs" -> RunShelf.list(stacks.runs());
      case "plot" -> plot(arguments.getFirst());
      case "stack" -> new StackView(stacks.up()).lines();
      case "stack.route" -> route(arguments.getFirst());
      case "get" -> OnePage.get(port(arguments.get(0)), arguments.get(1));
      case "burst" -> burst(arguments);
      case "streams.open" -> {
        var stack = stacks.up();
        yield List.of(
            loads.open(port(stack, arguments.get(0)), stack, Integer.parseInt(arguments.get(1))));
      }
      case "streams.more" -> {
        var stack = stacks.up();
        loads.more(
            arguments.get(0),
            port(stack, arguments.get(1)),
            stack,
            Integer.parseInt(arguments.get(2)));
        yield List.of();
      }
      case "streams.look" -> loads.look(arguments.getFirst());
      case "streams.close" -> loads.close(arguments.getFirst());
      case "workers" -> new ModeView(stacks.up(), mode(arguments.getFirst())).workers();
      case "gauges" -> new ModeView(stacks.up(), mode(arguments.getFirst())).gauges();
      case "threads" -> ThreadDump.of(new ModeView(stacks.up(), mode(arguments.getFirst())).pids());
      case "kill" -> kill(mode(arguments.get(0)), Long.parseLong(arguments.get(1)));
      case "feed" -> feed(arguments.getFirst());
      default -> throw new IllegalArgumentException("the lab knows no " + verb);
    };
  }

  private List<String> route(String mode) throws IOException, InterruptedException {
    loads.closeAll();
    var upstream =
        mode.equals("as-is") ? Optional.<String>empty() : Optional.of(mode(mode).label());
    return new StackView(stacks.route(upstream)).lines();
  }

  private List<String> burst(List<String> arguments) throws IOException, InterruptedException {
    var stack = stacks.up();
    double seconds = Double.parseDouble(arguments.get(3));
    return loads.burst(
        port(stack, arguments.get(0)),
        stack,
        arguments.get(1),
        Double.parseDouble(arguments.get(2)),
        Duration.ofNanos(Math.round(seconds * 1e9)));
  }

  private List<String> plot(String id) {
    return loads
        .samples(id)
        .map(samples -> Plots.of(samples))
        .orElseGet(() -> Plots.of(RunShelf.samples(stacks.runs(), id)));
  }

  private List<String> kill(Program mode, long pid) throws IOException, InterruptedException {
    var view = new ModeView(stacks.up(), mode);
    if (!view.pids().contains(pid)) {
      throw new IllegalArgumentException(
          "%s has no worker with pid %d now; stack().mode(\"%s\").workers() lists them"
              .formatted(mode.label(), pid, mode.label()));
    }
    boolean killed = ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    return List.of(killed ? "killed pid " + pid : "pid " + pid + " had ended already");
  }

  private List<String> feed(String order) throws IOException, InterruptedException {
    var socket = stacks.up().eventSocket().resolveSibling("feed");
    return List.of("the feed: " + new FeedControl(socket).send(order));
  }

  private int port(String target) throws IOException, InterruptedException {
    return port(stacks.up(), target);
  }

  private static int port(RunningStack stack, String target) {
    return stack.port(target.equals("nginx") ? Program.NGINX : mode(target));
  }

  private static Program mode(String name) {
    for (var program : Program.values()) {
      if (program.label().equals(name) && program != Program.NGINX) {
        return program;
      }
    }
    throw new ProblemException(
        new Problem(
            "There is no mode \"" + name + "\".",
            "the stack",
            "Name sync, pooled, async, virtual or feed."));
  }

  @Override
  public void close() {
    loads.closeAll();
    trials.close();
    stacks.close();
  }
}
