package lab.course.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lab.course.journal.Event;
import lab.course.journal.Journal;

/**
 * Two progresses that change places: {@code .lab/importing/new} holds the one that comes, {@code
 * .lab/importing/before} what the one that goes has given up already.
 *
 * <p>While that folder is written, and once it is no longer wanted, it has another name: under its
 * own it is whole. The journal goes last, and its renaming is the moment from which the new
 * progress counts. That it is gone from {@code new} tells a later lab on which side of that moment
 * an import was stopped.
 */
final class ImportSwap {
  private static final String JOURNAL = "journal.ndjson";
  private static final String FINDINGS = "findings.ndjson";
  private static final String RUNS = "runs";
  private static final String CACHE = "state.json";
  private static final String FILES = "files";

  /** What changes places before the journal does; the new side has both, if empty. */
  private static final List<String> GO_FIRST = List.of(RUNS, FINDINGS);

  private final Path root;
  private final Path state;
  private final Path scratch;
  private final Path folder;
  private final Path fresh;
  private final Path before;

  ImportSwap(Path root, Path state) {
    this.root = root;
    this.state = state;
    this.scratch = state.resolve("importing.part");
    this.folder = state.resolve("importing");
    this.fresh = folder.resolve("new");
    this.before = folder.resolve("before");
  }

  Path folder() {
    return folder;
  }

  boolean isUnderWay() {
    return Files.isDirectory(folder);
  }

  /**
   * Writes the new progress beside the old one; nothing of the old one changes.
   *
   * @param snapshot of the owned files as they are
   * @return events that come with it
   */
  int prepare(ProgressArchive.Content content, String snapshot) throws IOException {
    delete(scratch);
    var comes = Files.createDirectories(scratch.resolve("new"));
    var goes = Files.createDirectories(scratch.resolve("before"));
    var runs = Files.createDirectories(comes.resolve(RUNS));
    for (var run : content.runs().entrySet()) {
      WholeFile.write(runs.resolve(run.getKey()), run.getValue());
    }
    var latest = content.latestRun();
    if (latest.isPresent()) {
      Files.createSymbolicLink(runs.resolve("latest"), Path.of(latest.get()));
    }
    for (var file : content.files().entrySet()) {
      WholeFile.write(comes.resolve(FILES).resolve(file.getKey()), file.getValue());
    }
    WholeFile.write(comes.resolve(FINDINGS), bytes(content.findings()));
    WholeFile.write(comes.resolve(JOURNAL), bytes(content.journal()));
    var journal = Journal.open(comes, Clock.systemUTC());
    int events = journal.entries().size();
    journal.append(
        List.of(
            new Event.Imported(events), new Event.Kept(snapshot, content.paths(), "state import")));
    if (Files.exists(state.resolve(JOURNAL))) {
      WholeFile.write(goes.resolve(JOURNAL), Files.readAllBytes(state.resolve(JOURNAL)));
    }
    move(scratch, folder);
    return events;
  }

  /** Renames the old away and the new in; the journal last. */
  void changePlaces() throws IOException {
    for (var name : GO_FIRST) {
      if (Files.exists(state.resolve(name))) {
        move(state.resolve(name), before.resolve(name));
      }
      move(fresh.resolve(name), state.resolve(name));
    }
    move(fresh.resolve(JOURNAL), state.resolve(JOURNAL));
  }

  /**
   * Clears up after the places were changed.
   *
   * @return where the old progress is kept; empty when there was none
   */
  Optional<Path> finish() throws IOException {
    var cache = fresh.resolve(CACHE);
    if (Files.exists(cache)) {
      move(cache, state.resolve(CACHE));
    }
    Optional<Path> aside = Optional.empty();
    if (holdsSomething(before)) {
      aside = Optional.of(freeName());
      Files.move(before, aside.get());
    }
    dismiss();
    return aside;
  }

  /** Moves back what was moved, unless the new journal counts already. */
  void giveUp() throws IOException {
    if (isUnderWay() && !counts()) {
      moveBack();
    }
    delete(scratch);
  }

  /**
   * Brings an import that was stopped to its end: back, unless the new journal counts already.
   *
   * @return what was done, in words; empty when there was none
   */
  Optional<String> settle() throws IOException {
    if (!isUnderWay()) {
      return Optional.empty();
    }
    if (!counts()) {
      moveBack();
      return Optional.of(
          "An import of progress was stopped half-way: everything is as it was before it."
              + " Try it again: lab state import FILE");
    }
    var kept = putOwnedFiles();
    var aside = finish();
    return Optional.of(
        "An import of progress was stopped just before its end; the rest is done now."
            + aside.map(path -> " What was here before is in " + path + ".").orElse("")
            + kept.map(id -> " Your files as they were are in snapshot " + id + ".").orElse(""));
  }

  private boolean counts() {
    return !Files.exists(fresh.resolve(JOURNAL));
  }

  private void moveBack() throws IOException {
    for (var name : GO_FIRST.reversed()) {
      if (!Files.exists(fresh.resolve(name))) {
        move(state.resolve(name), fresh.resolve(name));
      }
      if (Files.exists(before.resolve(name))) {
        move(before.resolve(name), state.resolve(name));
      }
    }
    dismiss();
  }

  /** Somebody may have edited them since the import was stopped, so they are kept once more. */
  private Optional<String> putOwnedFiles() throws IOException {
    var wanted = new LinkedHashMap<String, byte[]>();
    var files = fresh.resolve(FILES);
    for (var file : regularFiles(files)) {
      var path = files.relativize(file).toString().replace('\\', '/');
      var current = root.resolve(path);
      if (!Files.isRegularFile(current) || Files.mismatch(file, current) >= 0) {
        wanted.put(path, Files.readAllBytes(file));
      }
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    try (var replacement = new Replacement()) {
      for (var file : wanted.entrySet()) {
        replacement.put(root.resolve(file.getKey()), file.getValue());
      }
      var kept = new Snapshots(root, state).keep(List.copyOf(wanted.keySet()));
      replacement.commit();
      return Optional.of(kept);
    }
  }

  /** Takes the folder its name, from which on nobody looks into it, and removes it. */
  private void dismiss() throws IOException {
    delete(scratch);
    move(folder, scratch);
    delete(scratch);
  }

  private Path freeName() {
    int number = 1;
    while (Files.exists(state.resolve("before-import-" + number))) {
      number++;
    }
    return state.resolve("before-import-" + number);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean holdsSomething(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.findAny().isPresent();
    }
  }

  private static List<Path> regularFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
