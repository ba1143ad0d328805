package lab.course.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import lab.stack.StateFiles;

/**
 * {@code .lab/state.json}: the progress for a shell prompt or an editor, without replaying the
 * journal.
 */
final class StateCache {
  private StateCache() {}

  /**
   * Replaces the cache. Where that fails nothing is lost: it is written again with the next event.
   */
  static void write(Path state, Progress progress, long journalBytes) {
    var cache = new LinkedHashMap<String, Object>();
    cache.put("schema", "lab/state/1");
    cache.put("journalBytes", journalBytes);
    cache.put("learner", progress.learner());
    cache.put("stage", progress.stage());
    cache.put("stages", progress.stages());
    try {
      StateFiles.write(state.resolve("state.json"), cache);
    } catch (IOException onlyACache) {
      // The journal holds the same and has been written.
    }
  }
}
