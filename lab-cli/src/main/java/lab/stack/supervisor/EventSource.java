package lab.stack.supervisor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Who speaks on one connection: its first line says it, and every later line is signed with it. */
final class EventSource {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final IdleGauges idle;
  private final IdleGauges.OfProcess gauges;
  private byte[] signature = {};

  EventSource(IdleGauges idle) {
    this.idle = idle;
    this.gauges = idle.process();
  }

  /**
   * Whole lines that are worth keeping, each told apart by the program that wrote it.
   *
   * @param withGauges whether there is room for gauges
   */
  ByteBuffer sign(byte[] lines, int length, boolean withGauges) {
    var signed = new ByteArrayOutputStream(length * 2);
    int start = 0;
    for (int at = 0; at < length; at++) {
      if (lines[at] == '\n') {
        var line = new String(lines, start, at - start, StandardCharsets.UTF_8);
        if (keeps(line, withGauges)) {
          sign(line, signed);
        }
        start = at + 1;
      }
    }
    return ByteBuffer.wrap(signed.toByteArray());
  }

  private boolean keeps(String line, boolean withGauges) {
    if (line.isEmpty()) {
      return false;
    }
    if (IdleGauges.isGauge(line)) {
      return withGauges && gauges.keeps(line);
    }
    idle.noteWork();
    return true;
  }

  private void sign(String line, ByteArrayOutputStream signed) {
    if (signature.length == 0) {
      signature = signature(line);
      signed.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    } else {
      signed.writeBytes(signature);
      signed.writeBytes(line.substring(1).getBytes(StandardCharsets.UTF_8));
    }
    signed.write('\n');
  }

  private static byte[] signature(String hello) {
    var said = JSON.readTree(hello);
    var who =
        "{\"program\":%s,\"role\":%s,\"process\":%s,"
            .formatted(said.path("program"), said.path("role"), said.path("pid"));
    return who.getBytes(StandardCharsets.UTF_8);
  }
}
