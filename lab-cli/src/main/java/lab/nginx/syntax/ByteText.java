package lab.nginx.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Shows bytes to people and programs that want letters. */
public final class ByteText {
  private ByteText() {}

  /**
   * Text whose bytes are UTF-8 where they can be; any other byte becomes the letter of that number,
   * U+0080 to U+00FF.
   *
   * @param bytes one {@code char} a byte
   */
  public static String decode(String bytes) {
    var in = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
    var out = CharBuffer.allocate(bytes.length());
    var decoder = StandardCharsets.UTF_8.newDecoder();
    while (in.hasRemaining()) {
      var result = decoder.decode(in, out, true);
      for (int left = result.isError() ? result.length() : 0; left > 0; left--) {
        out.put((char) (in.get() & 0xff));
      }
    }
    return out.flip().toString();
  }
}
