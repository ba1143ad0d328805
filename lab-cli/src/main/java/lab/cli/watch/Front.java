package lab.cli.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import lab.screen.KeyScreen.Press;

/** Where a person sees what goes on and says what they want. */
interface Front extends AutoCloseable {
  /** Something worth a line that goes by. */
  void note(String line);

  /** How far a check has come. */
  void progress(Told.Progress progress);

  /** Where it stands: what is watched, and the keys that mean something now. */
  void stands(String watching, List<Key> keys);

  /** Makes room for whole lines that stay. */
  void clear();

  /** Columns that whole lines may have now. */
  int columns();

  /** Waits for the person, so long at most. */
  Press next(Duration patience) throws InterruptedException;

  @Override
  void close() throws IOException;
}
