package lab.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lab.nginx.generate.GenerateOptions;
import lab.nginx.generate.Generated;
import lab.nginx.generate.Generator;
import lab.nginx.syntax.Configuration;

/** The generated nginx.conf of a stack: the one way in which the lab makes one. */
final class GeneratedConf {
  private GeneratedConf() {}

  static Generated of(
      Path configuration,
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
    return Generator.generate(Configuration.load(configuration), options);
  }
}
