package lab.cli.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lab.course.files.ContentHash;

/**
 * What is to be done next, and which keys mean something now. Knows no clock, no file and no
 * terminal.
 */
final class Agenda {
  /** What one pass judges. */
  enum Work {
    /** Only checks that start nothing. */
    FAST,
    /** Everything, with real traffic. */
    FULL
  }

  private final TreeSet<String> saved = new TreeSet<>();
  private ContentHash known;
  private ContentHash last;
  private Optional<Work> asked = Optional.of(Work.FAST);
  private Optional<Work> going = Optional.empty();
  private Set<Key> offered = Set.of();

  /**
   * Begins with a fast pass.
   *
   * @param now what the files hold
   */
  Agenda(ContentHash now) {
    this.known = now;
    this.last = now;
  }

  /**
   * Takes a look in. A save counts once two looks agree: an editor may be just writing.
   *
   * @return the files that were saved; they get a fast pass, after the one that is going on
   */
  List<String> look(ContentHash now) {
    boolean settled = now.equals(last);
    last = now;
    var changed = settled ? now.changedSince(known) : List.<String>of();
    if (!changed.isEmpty()) {
      known = now;
      saved.addAll(changed);
      asked = asked.or(() -> Optional.of(Work.FAST));
    }
    return changed;
  }

  /** The lab itself has written a file: that is no save of the learner's. */
  void wrote(String path, ContentHash now) {
    var hashes = new HashMap<>(known.byPath());
    Optional.ofNullable(now.byPath().get(path)).ifPresent(hash -> hashes.put(path, hash));
    known = new ContentHash(hashes);
  }

  /** Files were replaced because the learner wanted it: no save, and checked at once. */
  void replaced(ContentHash now) {
    known = now;
    last = now;
    asked = asked.or(() -> Optional.of(Work.FAST));
  }

  /** Begins what waits, unless something is going on. */
  Optional<Work> begin() {
    if (going.isPresent()) {
      return Optional.empty();
    }
    going = asked;
    asked = Optional.empty();
    return going;
  }

  /** The files whose saves led to the pass that begins; they are told once. */
  List<String> takeSaved() {
    var files = new ArrayList<>(saved);
    saved.clear();
    return files;
  }

  /**
   * What was going on has ended.
   *
   * @param keys those that mean something from now on, of the keys that do not always
   */
  void end(Set<Key> keys) {
    going = Optional.empty();
    offered = Set.copyOf(keys);
  }

  boolean busy() {
    return going.isPresent() || asked.isPresent();
  }

  /** The keys that mean something now. */
  List<Key> keys() {
    if (busy()) {
      return List.of();
    }
    return Stream.of(Key.values()).filter(key -> key.always() || offered.contains(key)).toList();
  }

  /** Takes a key; false when it means nothing now. */
  boolean press(Key key) {
    if (!keys().contains(key)) {
      return false;
    }
    if (key == Key.VERIFY) {
      asked = Optional.of(Work.FULL);
    } else if (key == Key.AGAIN) {
      asked = Optional.of(Work.FAST);
    }
    return true;
  }
}
