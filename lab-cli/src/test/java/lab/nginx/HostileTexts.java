package lab.nginx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Texts that nobody would write: random pieces, and the shipped file broken. */
public final class HostileTexts {
  /** Bytes of the longest. */
  public static final int SIZE = 64 << 10;

  private static final List<String> PIECES =
      List.of(
          ";",
          "{",
          "}",
          "\"",
          "'",
          "\\",
          "#",
          "$",
          "${",
          "\n",
          " ",
          "\u0000",
          "\u00ff",
          "http",
          "server",
          "location",
          "map",
          "types",
          "upstream",
          "include",
          "include *;",
          "listen 8080;",
          "proxy_pass http://$a;",
          "if (",
          "~",
          "(?<a>",
          "..",
          "zone=a:1m",
          "rate=1r/s",
          "1h30m",
          "99999999999999999999",
          "x_by_lua_block {",
          "[[",
          "--");

  private static final String REAL = real();

  private HostileTexts() {}

  public static String next(Random random) {
    return random.nextBoolean() ? pieces(random) : broken(REAL, random);
  }

  private static String pieces(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(10) == 0 ? SIZE : 200;
    while (text.length() < length) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private static String broken(String real, Random random) {
    var text = new StringBuilder(real);
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.setCharAt(at, (char) random.nextInt(256));
      }
    }
    return text.toString();
  }

  private static String real() {
    try {
      return Files.readString(Path.of("..", "nginx", "nginx.conf"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
