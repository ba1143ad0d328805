package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import lab.findings.record.Entry;
import lab.findings.record.FindingsRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  @Test
  void theLastAnswerCounts() throws IOException {
    var record = record();
    record.add(new Entry.Answered(NOW, "A2", "5"));
    record.add(new Entry.Answered(NOW, "A2", "0.8"));
    assertThat(record.answers()).containsExactly(Map.entry("A2", "0.8"));
  }

  @Test
  void aDisputeMovesWithItsLineAndEndsWithIt() throws IOException {
    var record = record();
    record.add(new Entry.Disputed(NOW, "C4", 2, "/ is safe.", "1-abc"));
    assertThat(record.disputes("one\ntwo\n  / is safe.\n")).containsEntry("C4", 3);
    assertThat(record.disputes("one\n/ is not safe.\n")).isEmpty();
  }

  @Test
  void theLastCheckOfTheSameFileIsRemembered() throws IOException {
    var record = record();
    assertThat(record.lastCheck("findings.md")).isEmpty();
    record.add(new Entry.Checked(NOW, "findings.md", Map.of("A1", 1), Set.of()));
    var last = new Entry.Checked(NOW, "findings.md", Map.of("A1", 2), Set.of("A2"));
    record.add(last);
    record.add(new Entry.Checked(NOW, "notes.md", Map.of("A1", 0), Set.of()));
    assertThat(record.lastCheck("findings.md")).contains(last);
    assertThat(record.lastCheck("other.md")).isEmpty();
  }

  @Test
  void aTornLineCostsOnlyItself() throws IOException {
    var record = record();
    record.add(new Entry.Answered(NOW, "A1", "0"));
    Files.writeString(file(), "{\"kind\":\"ans", StandardOpenOption.APPEND);
    record.add(new Entry.Answered(NOW, "A6", "less"));
    assertThat(record.answers()).containsOnlyKeys("A1", "A6");
  }

  private FindingsRecord record() {
    return new FindingsRecord(file());
  }

  private Path file() {
    return folder.resolve("state").resolve("findings.ndjson");
  }
}
