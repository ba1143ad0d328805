package lab.run.nginx;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.nginx.generate.GenerateOptions;
import lab.nginx.generate.Generated;
import lab.nginx.generate.Generator;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;
import lab.nginx.syntax.closure.ConfigFiles;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.parse.Limits;
import lab.problem.FaultyFileException;
import lab.problem.Problem;
import lab.stack.Program;

/** The generated nginx.conf of a stack: the one way in which the lab makes one. */
public final class GeneratedConf {
  private GeneratedConf() {}

  /**
   * The file that nginx reads for a configuration.
   *
   * @param folder where everything goes that nginx writes
   * @param realPorts real ports by those that the file names
   * @param speed the replay factor that is asked for
   * @param upstream the one upstream that all locations go to; empty leaves the routes as they are
   * @throws FaultyFileException when it cannot be made for certain, or nginx would not listen where
   *     the lab asks
   */
  public static Generated of(
      Configuration configuration,
      Path folder,
      Map<Integer, Integer> realPorts,
      int speed,
      Optional<String> upstream) {
    var options = GenerateOptions.in(folder).withPorts(realPorts).withSpeed(speed).withTrace();
    if (upstream.isPresent()) {
      options = options.withUpstream(upstream.get());
    }
    // Workers of a root's nginx would be "nobody", who may not look into root's folders.
    if ("root".equals(System.getProperty("user.name"))) {
      options = options.withUser("root");
    }
    var generated = Generator.generate(configuration, options);
    int usual = Program.NGINX.usualPort();
    demandFront(configuration, generated, realPorts.getOrDefault(usual, usual));
    return generated;
  }

  /** Without it everybody would wait for a door that never opens. */
  private static void demandFront(Configuration configuration, Generated generated, int realPort) {
    var address = "127.0.0.1:" + realPort;
    if (listens(read(generated)).noneMatch(listen -> listen.saysFirst(address))) {
      var written = listens(configuration).map(GeneratedConf::place).toList();
      throw new FaultyFileException(
          List.of(
              new Problem(
                  "nginx would not listen on port %d of 127.0.0.1, where the lab asks."
                      .formatted(Program.NGINX.usualPort()),
                  written.isEmpty()
                      ? configuration.main().path() + ": no server has a \"listen\""
                      : String.join("\n", written),
                  "write there: listen 127.0.0.1:%d;  (where that port is taken, the lab moves it by itself)"
                      .formatted(Program.NGINX.usualPort()))));
    }
  }

  private static Stream<Directive> listens(Configuration configuration) {
    return Placed.all(configuration.directives()).stream()
        .filter(placed -> placed.in(Context.SERVER) && placed.is("listen"))
        .map(Placed::statement);
  }

  private static String place(Directive listen) {
    var span = listen.name().span();
    return "%s:%d: listen %s;"
        .formatted(
            span.source().path(),
            span.line(),
            listen.args().stream().map(Word::text).collect(Collectors.joining(" ")));
  }

  /** The generated file as nginx will read it; it includes nothing. */
  private static Configuration read(Generated generated) {
    var itself =
        new ConfigFiles() {
          @Override
          public byte[] read(Path file, int limitBytes) {
            return generated.bytes();
          }

          @Override
          public List<String> names(Path folder) {
            return List.of();
          }
        };
    return Configuration.load(Path.of("nginx.conf"), itself, Limits.GENEROUS);
  }
}
