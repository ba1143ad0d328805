package lab.load.engine;

import java.io.IOException;
import java.io.InputStream;

/** Bytes from the peer, each arrival stamped on the flight that waits for it. */
final class StampedInput extends InputStream {
  private final InputStream in;
  private final Flight flight;
  private boolean ended;

  StampedInput(InputStream in, Flight flight) {
    this.in = in;
    this.flight = flight;
  }

  /** Whether the peer has closed its side. */
  boolean hasEnded() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    note(read >= 0, read < 0);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    note(count > 0, count < 0);
    return count;
  }

  private void note(boolean received, boolean end) {
    ended |= end;
    if (received) {
      flight.received();
    }
  }
}
