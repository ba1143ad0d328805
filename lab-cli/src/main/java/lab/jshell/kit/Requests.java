package lab.jshell.kit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import lab.jshell.child.LabLine;

/**
 * The requests that wait to be accepted, in the order of their arrival; any thread may take one.
 */
public final class Requests implements Iterable<Request> {
  private final String scene;

  Requests(String scene) {
    this.scene = scene;
  }

  /** Takes the next request; waits for it. Empty when no more will come. */
  public Optional<Request> next() {
    try {
      var fields = LabLine.ask("scene.next", List.of(scene));
      return fields.isEmpty()
          ? Optional.empty()
          : Optional.of(new Request(scene, Integer.parseInt(fields.get(0)), fields.get(1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Takes one request after the other until no more come. */
  @Override
  public Iterator<Request> iterator() {
    return new Iterator<>() {
      private Optional<Request> ahead = Optional.empty();
      private boolean looked;

      @Override
      public boolean hasNext() {
        if (!looked) {
          ahead = Requests.this.next();
          looked = true;
        }
        return ahead.isPresent();
      }

      @Override
      public Request next() {
        if (!hasNext()) {
          throw new NoSuchElementException("no more requests");
        }
        looked = false;
        return ahead.orElseThrow();
      }
    };
  }
}
