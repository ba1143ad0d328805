package lab.nginx.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import lab.nginx.generate.time.NginxTime;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as nginx reads them, and those that cannot be written down. */
class SpeedRewriteTest {
  private static final GenerateOptions FASTER = GenerateOptions.in(Path.of("/run")).withSpeed(10);

  @ParameterizedTest
  @CsvSource({
    "90, 90000, 90000",
    "1m30s, 90000, 90000",
    "1h 30, 3630000, 3630000",
    "1m 5 6, 71000, 71000",
    "5 6 7, -1, -1",
    "5 6, 11000, 11000",
    "1y, -1, 31536000000",
    "1M2w, -1, 3801600000",
    "1w2d3h4m5s6ms, 788645006, -1",
    "500ms, 500, -1",
    "5ms3, 3005, -1",
    "1s1m, -1, -1",
    "1ms1s, -1, -1",
    "1d1w, -1, -1",
    "1s1s, -1, -1",
    "1y1y, -1, -1",
    "1hm, 3600000, 3600000",
    "m, -1, -1",
    "5min, -1, -1",
    "1.5s, -1, -1",
    "-1, -1, -1",
    "'', -1, -1",
    "99999999999999999999, -1, -1",
    "9223372036854775y, -1, -1"
  })
  void timesAreReadAsNginxReadsThem(String text, long millis, long wholeSeconds) {
    assertThat(NginxTime.millis(text, false)).isEqualTo(time(millis));
    assertThat(NginxTime.millis(text, true)).isEqualTo(time(wholeSeconds));
  }

  @Test
  void whatNginxRefusesStaysRefused() {
    assertThat(Generation.text("http { proxy_read_timeout 1s1m; }", FASTER))
        .contains("proxy_read_timeout 1s1m;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost", "http://app:8101", "http://app.test/x"})
  void anyHostsNameMayBeSeveralAddresses(String target) {
    var conf = "http { server { location / { proxy_pass " + target + "; } } }";
    assertThat(Generator.generate(MemoryFiles.load(conf), FASTER).effectiveSpeed()).isEqualTo(1);
  }

  @Test
  void aNameWithoutAGroupKeepsItsTenSecondsAndTheReplayItsSpeed() {
    var generated =
        Generator.generate(
            MemoryFiles.load(
                "http { server { listen 8080;\nlocation / { proxy_pass http://localhost:8101; } } }"),
            FASTER);
    assertThat(generated.effectiveSpeed()).isEqualTo(1);
    assertThat(generated.notes())
        .containsExactly(
            "The replay runs at speed 1 instead of 10: nginx leaves a failed address of"
                + " \"http://localhost:8101\" (/conf/nginx.conf:2) alone for 10s, unless an"
                + " upstream says otherwise.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8101",
        "http://[::1]:8101",
        "http://A",
        "http://a/x",
        "http://a$uri",
        "http://$arg_a",
        "http://unix:/s.sock"
      })
  void oneAddressIsNeverLeftAloneAndAGroupSaysHowLong(String target) {
    var conf =
        "http { upstream a { server localhost:8101 fail_timeout=10s; } server { location / {"
            + " proxy_pass "
            + target
            + "; } } }";
    var generated = Generator.generate(MemoryFiles.load(conf), FASTER);
    assertThat(generated.effectiveSpeed()).isEqualTo(10);
  }

  private static OptionalLong time(long millis) {
    return millis < 0 ? OptionalLong.empty() : OptionalLong.of(millis);
  }
}
