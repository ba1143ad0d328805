package lab.nginx.generate;

/** Bounds what a file leaves to the machine: how many workers, and how large a cache. */
final class Bounds {
  private static final String WORKERS = "4";
  private static final String CACHE = "max_size=64m";

  private final Draft draft;

  Bounds(Draft draft) {
    this.draft = draft;
  }

  void apply() {
    for (var placed : draft.named("worker_processes")) {
      if (placed.statement().saysFirst("auto")) {
        draft.edits().replace(placed.statement().args().getFirst(), WORKERS);
        draft
            .notes()
            .add("\"worker_processes auto\" means " + WORKERS + " here, on every machine alike.");
      }
    }
    for (var placed : draft.statements()) {
      var statement = placed.statement();
      boolean cache =
          placed.context().isPresent() && statement.name().text().endsWith("_cache_path");
      boolean open = statement.args().stream().noneMatch(w -> w.text().startsWith("max_size="));
      if (cache && open && !statement.args().isEmpty()) {
        draft.edits().append(statement, CACHE);
      }
    }
  }
}
