package lab.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lab.nginx.generate.GenerateOptions;
import lab.nginx.generate.Generated;
import lab.nginx.generate.Generator;
import lab.nginx.syntax.closure.Configuration;

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
   * @throws lab.problem.ProblemException when it cannot be made for certain
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
    return Generator.generate(configuration, options);
  }
}
