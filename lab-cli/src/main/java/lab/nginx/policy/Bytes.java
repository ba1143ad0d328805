package lab.nginx.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;

/** Refuses bytes that different readers of a file see differently. */
final class Bytes {
  private static final String MARK = "\u00ef\u00bb\u00bf";

  private Bytes() {}

  static void check(SourceText source, Findings findings) {
    var text = source.text();
    if (text.startsWith(MARK)) {
      findings.refuse("bytes", new Span(source, 0, 3), "the file begins with a byte-order mark");
    }
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean control = c < ' ' && c != '\t' && c != '\r' && c != '\n';
      if (control || c == 0x7f) {
        var shown = "a control byte 0x%02x".formatted((int) c);
        findings.refuse("bytes", new Span(source, at, at + 1), shown + " is not text");
        break;
      }
    }
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    var letters = CharBuffer.allocate(text.length());
    if (StandardCharsets.UTF_8.newDecoder().decode(bytes, letters, true).isError()) {
      int at = bytes.position();
      findings.refuse("bytes", new Span(source, at, at + 1), "the file is not valid UTF-8");
    }
  }
}
