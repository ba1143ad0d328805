package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same load on each mode, one after the other on one stack that stays up. */
@Tag("process")
@Timeout(120)
class ModesIT {
  @TempDir static Path folder;
  private static LabBench bench = new LabBench(Path.of(""));
  private static String shipped = "";

  @BeforeAll
  static void up() throws IOException {
    bench = LabBench.in(folder);
    shipped = Files.readString(folder.resolve("nginx/nginx.conf"));
    var up = bench.lab("up", "-d", "--speed", "5");
    assertThat(up.exit()).as(up.err()).isZero();
  }

  @AfterAll
  static void down() {
    bench.lab("down");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pooled", "async", "virtual"})
  void otherModesAnswerEveryCheck(String mode) throws IOException {
    routeTo(mode);
    var run = PrintedRun.of(bench, "check-feed", "--duration", "12s");
    assertThat(run.at("/settings/speed").asInt()).isEqualTo(5);
    assertThat(run.count("check", "OK")).isEqualTo(120);
    assertThat(run.at("/servedBy/~1check_feed/" + mode).asLong()).isEqualTo(120);
    assertThat(run.at("/ranOut").asString()).startsWith("Nothing ran out");
  }

  @Test
  void eachModeHoldsAsManyStreamsAsItHasSlots() throws IOException {
    var sync = streams("sync");
    var pooled = streams("pooled");
    var async = streams("async");
    assertThat(ticked(sync)).isLessThanOrEqualTo(6);
    assertThat(ticked(pooled)).isEqualTo(40);
    assertThat(ticked(async)).isEqualTo(60);
    assertThat(List.of(sync, pooled))
        .allMatch(run -> run.count("probe", "OK") < async.count("probe", "OK"));
    assertThat(pooled.at("/ranOut").asString()).contains("Threads ran out");
  }

  private static PrintedRun streams(String mode) throws IOException {
    routeTo(mode);
    return PrintedRun.of(bench, "stream-feed", "--conns", "60", "--duration", "25s");
  }

  /** All locations; the next run has nginx read it again. */
  private static void routeTo(String mode) throws IOException {
    bench.write(shipped.replace("proxy_pass http://sync", "proxy_pass http://" + mode));
  }

  private static long ticked(PrintedRun run) {
    return run.lane("stream").at("/streams/ticked").asLong();
  }
}
