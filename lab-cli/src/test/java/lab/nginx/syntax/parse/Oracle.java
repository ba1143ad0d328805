package lab.nginx.syntax.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import lab.stack.nginx.NginxBinaries;
import lab.stack.nginx.NginxBinary;

/** The real nginx, asked for its opinion of a text. */
public final class Oracle {
  private static final Pattern EMERGENCY =
      Pattern.compile("(?s)nginx: \\[emerg\\] (.*?)(?: in (\\S+):(\\d+))?\\nnginx: ");

  private final NginxBinary nginx;
  private final Path folder;

  /** Asks this machine's own nginx. */
  public Oracle(Path folder) {
    this(NginxBinaries.own(), folder);
  }

  public Oracle(NginxBinary nginx, Path folder) {
    this.nginx = nginx;
    this.folder = folder;
  }

  /** Statements for the line of {@code http} that keep nginx's hands off the machine. */
  public static String http() {
    return "access_log off; client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f;"
        + " uwsgi_temp_path u; scgi_temp_path s; ";
  }

  /**
   * What nginx refuses a text for.
   *
   * @param message its words
   * @param line the line that it names; 0 for none
   */
  public record Refusal(String message, int line) {}

  /** Everything that nginx prints about a text, one {@code char} a byte. */
  public String output(String text) {
    try {
      var conf = folder.resolve("nginx.conf");
      Files.write(conf, text.getBytes(StandardCharsets.ISO_8859_1));
      return output(conf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that nginx prints about a file. */
  public String output(Path conf) throws IOException {
    var words = new ArrayList<>(nginx.command());
    words.addAll(
        List.of(
            "-t",
            "-c",
            conf.toString(),
            "-p",
            folder + "/",
            "-e",
            folder.resolve("start.log").toString()));
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    var process = builder.start();
    try (var out = process.getInputStream()) {
      var printed = new String(out.readAllBytes(), StandardCharsets.ISO_8859_1);
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nginx -t does not end");
      }
      return printed;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The first emergency in what nginx printed. */
  public static Optional<Refusal> refusal(String printed) {
    var matcher = EMERGENCY.matcher(printed);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int line = Optional.ofNullable(matcher.group(3)).map(Integer::parseInt).orElse(0);
    return Optional.of(new Refusal(matcher.group(1), line));
  }
}
