package lab.load.engine;

import java.io.IOException;
import java.io.InputStream;

/** Bytes from the peer, each arrival stamped on the flight that waits for it. */
final class StampedInput extends InputStream {
  private final InputStream in;
  private final Flight flight;

  StampedInput(InputStream in, Flight flight) {
    this.in = in;
    this.flight = flight;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      flight.received();
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      flight.received();
    }
    return count;
  }
}
