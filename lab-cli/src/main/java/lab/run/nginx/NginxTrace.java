package lab.run.nginx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * nginx's own line about one request: whom it asked.
 *
 * @param nonce of the request; empty when it came without
 * @param status what nginx answered; 0 where the line does not say
 * @param upstreams the addresses it asked, in order; a group's name where none of it was live
 * @param cache whether its cache answered, in its own word; empty where no cache is
 */
public record NginxTrace(String nonce, int status, List<String> upstreams, String cache) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public NginxTrace {
    upstreams = List.copyOf(upstreams);
  }

  /**
   * Reads the lines that the generated file makes nginx write.
   *
   * @param trace counts as empty when it is not there
   * @param fromByte where to begin: what was written before belongs to an earlier run
   * @return a line that is torn is left out
   * @throws IOException when the file cannot be read
   */
  public static List<NginxTrace> read(Path trace, long fromByte) throws IOException {
    try (var in = Files.newInputStream(trace)) {
      in.skipNBytes(fromByte);
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .flatMap(NginxTrace::parse)
          .toList();
    } catch (NoSuchFileException nothingWasAsked) {
      return List.of();
    }
  }

  /**
   * One line.
   *
   * <p>Source: ngx_http_upstream_module, {@code $upstream_addr}: addresses of several servers are
   * separated by commas, and by colons after an internal redirect.
   */
  private static Stream<NginxTrace> parse(String line) {
    try {
      var node = JSON.readTree(line);
      var upstreams =
          Stream.of(node.path("upstream").asString("").split("\\s*,\\s*|\\s+:\\s+", -1))
              .filter(address -> !address.isEmpty() && !address.equals("-"))
              .toList();
      return Stream.of(
          new NginxTrace(
              node.path("nonce").asString(""),
              node.path("status").asInt(0),
              upstreams,
              node.path("cache").asString("")));
    } catch (JacksonException torn) {
      return Stream.empty();
    }
  }
}
