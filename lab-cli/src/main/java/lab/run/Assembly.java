package lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lab.nginx.generate.Generated;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.ProblemException;
import lab.run.nginx.GeneratedConf;
import lab.run.nginx.NginxVerdict;
import lab.stack.ChildPlan;
import lab.stack.Ports;
import lab.stack.Program;
import lab.stack.ServerJar;
import lab.stack.StackPlan;
import lab.stack.StackSettings;
import lab.stack.nginx.NginxBinary;
import lab.stack.nginx.NginxSupply;

/**
 * A stack put together but not started: the generated nginx.conf written and accepted by nginx,
 * ports chosen, every command line known.
 *
 * @param plan for the supervisor
 * @param settings of the programs, at the speed that the configuration allows
 * @param nginx the program that will serve
 * @param generated what it will read
 * @param notes sentences for the person: what differs from what they may expect
 */
public record Assembly(
    StackPlan plan,
    StackSettings settings,
    NginxBinary nginx,
    Generated generated,
    List<String> notes) {
  private static final int NONCE_BYTES = 5;

  public Assembly {
    notes = List.copyOf(notes);
  }

  /**
   * What a stack is made from.
   *
   * @param configuration the person's nginx.conf, as it was read
   * @param state the checkout's {@code .lab}
   * @param folder where the stack keeps its files; made when it is not there
   * @param serverJar the programs
   * @param settings how they are set up; the speed is lowered where nginx.conf does not allow it
   * @param upstream the one upstream that all locations go to; empty leaves the routes as they are
   */
  public record Parts(
      Configuration configuration,
      Path state,
      Path folder,
      ServerJar serverJar,
      StackSettings settings,
      Optional<String> upstream) {}

  /**
   * Puts a stack together.
   *
   * @param progress told, in words, what takes longer than a moment
   * @throws ProblemException when nginx is missing or does not accept the file, with the person's
   *     own line
   * @throws IOException when a file cannot be written or a program not be run
   */
  public static Assembly of(Parts parts, Consumer<String> progress) throws IOException {
    var nginx = NginxSupply.here().nginx(parts.state().resolve("nginx"), progress);
    // Before the ports are chosen: it takes seconds, in which somebody else may take them.
    var calibration = Calibration.of(parts.serverJar(), parts.state(), progress);
    var ports = Ports.choose();
    var folder = Files.createDirectories(parts.folder().toAbsolutePath());
    var generated =
        generate(parts.configuration(), folder, ports, parts.settings().speed(), parts.upstream());
    var settings = parts.settings().atSpeed(generated.effectiveSpeed());
    var file = folder.resolve("nginx.conf");
    Files.write(file, generated.bytes());
    NginxVerdict.of(nginx, file, folder, generated).demandAccepted();

    var bare =
        new StackPlan(
            nonce(),
            folder,
            Files.createTempDirectory("lab-"),
            parts.state().toAbsolutePath(),
            settings.speed(),
            ports,
            calibration.at(settings.speed()),
            Optional.of(settings),
            Optional.of(parts.serverJar().build()),
            List.of());
    var children = new ArrayList<>(parts.serverJar().children(bare, settings));
    children.add(front(nginx, file, bare));
    var notes = new ArrayList<>(generated.notes());
    notes.addAll(moved(ports));
    return new Assembly(bare.withChildren(children), settings, nginx, generated, notes);
  }

  /**
   * Whether another file can be replayed on this stack: at the same speed, and with the same to be
   * told of it.
   *
   * @param asked the replay factor that is asked for, whatever the file allows
   * @throws ProblemException when no file for nginx can be made of it
   */
  public boolean suits(Configuration other, int asked) {
    var made = generate(other, plan.folder(), plan.ports(), asked, Optional.empty());
    return made.effectiveSpeed() == settings.speed() && made.notes().equals(generated.notes());
  }

  private static Generated generate(
      Configuration configuration,
      Path folder,
      Map<Program, Integer> ports,
      int speed,
      Optional<String> upstream) {
    var real = new HashMap<Integer, Integer>();
    ports.forEach((program, port) -> real.put(program.usualPort(), port));
    return GeneratedConf.of(configuration, folder, real, speed, upstream);
  }

  private static ChildPlan front(NginxBinary nginx, Path file, StackPlan plan) {
    var words = new ArrayList<>(nginx.commandLine(file, plan.folder()));
    // A directive that changes nothing carries the nonce, by which lab down knows its own
    // processes.
    words.addAll(List.of("-g", "# " + plan.nonce()));
    return new ChildPlan(
        Program.NGINX.label(), words, OptionalInt.of(plan.port(Program.NGINX)), 1, true);
  }

  /** One sentence about every port that is not the usual one: another lab takes all of them. */
  static List<String> moved(Map<Program, Integer> ports) {
    var moved =
        new EnumMap<>(ports)
            .entrySet().stream()
                .filter(entry -> entry.getValue() != entry.getKey().usualPort())
                .toList();
    if (moved.isEmpty()) {
      return List.of();
    }
    var taken =
        moved.stream()
            .map(entry -> Integer.toString(entry.getKey().usualPort()))
            .collect(Collectors.joining(", "));
    var instead =
        moved.stream()
            .map(entry -> entry.getKey().label() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return List.of(
        (moved.size() == 1 ? "port %s is taken" : "ports %s are taken").formatted(taken)
            + ": "
            + instead
            + " instead");
  }

  private static String nonce() {
    var bytes = new byte[NONCE_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return "lab" + HexFormat.of().formatHex(bytes);
  }
}
