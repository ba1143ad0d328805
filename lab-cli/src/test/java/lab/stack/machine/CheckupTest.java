package lab.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import lab.stack.Program;
import lab.stack.machine.Observation.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {
  @TempDir Path folder;

  @Test
  void everythingThatARunDependsOnIsLookedAt() {
    var seen = look(System.getenv());
    assertThat(seen)
        .extracting(Observation::subject)
        .containsExactly(
            "JDK",
            "nginx",
            "ports",
            "open files",
            "backlog",
            "cores",
            "load",
            "memory",
            "disk",
            "clock");
    assertThat(seen).allSatisfy(one -> assertThat(one.saw()).isNotBlank());
    assertThat(seen)
        .filteredOn(one -> one.level() != Level.OK)
        .allSatisfy(one -> assertThat(one.fix()).isNotBlank());
    assertThat(seen.getFirst().level()).isEqualTo(Level.OK);
    assertThat(seen.getFirst().saw()).startsWith(System.getProperty("java.version"));
  }

  @Test
  void aTakenPortIsNamedWithItsOwnerAndIsNoFailure() throws IOException {
    int port = Program.NGINX.usualPort();
    try (var ours = new ServerSocket()) {
      ours.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      assertThat(ports().saw())
          .contains(port + " by java (pid " + ProcessHandle.current().pid() + ")");
    } catch (BindException takenBySomebodyElse) {
      assertThat(ports().saw()).contains(port + " by ");
    }
  }

  @Test
  void whatIsTooLittleIsAWarningWithItsFixAndWhatIsJustEnoughIsNone() {
    enough(Checkup.openFiles(OptionalLong.of(4096)));
    tooLittle(Checkup.openFiles(OptionalLong.of(4095)), "4095", "ulimit -n");
    enough(Checkup.backlog(OptionalLong.of(2048)));
    tooLittle(Checkup.backlog(OptionalLong.of(2047)), "2047", "net.core.somaxconn=4096");
    enough(Checkup.cores(2));
    tooLittle(Checkup.cores(1), "1", "another core");
    enough(Checkup.load(OptionalDouble.of(2), 2));
    tooLittle(Checkup.load(OptionalDouble.of(2.1), 2), "2.1 on 2 cores", "close what else");
    enough(Checkup.memory(OptionalLong.of(1_500_000)));
    tooLittle(Checkup.memory(OptionalLong.of(1_499_999)), "1464 MB", "about 1 GB");
    enough(Checkup.clock(2.9, 20));
    tooLittle(Checkup.clock(3, 0), "takes 3.00 ms", "too busy or too virtual");
    tooLittle(Checkup.clock(1, 21), "jumped by 21 ms", "time service");
  }

  @Test
  void whatAPlatformDoesNotTellIsSaidToBeMissingAndHoldsNobodyUp() {
    assertThat(
            List.of(
                Checkup.openFiles(OptionalLong.empty()),
                Checkup.backlog(OptionalLong.empty()),
                Checkup.load(OptionalDouble.empty(), 2),
                Checkup.memory(OptionalLong.empty())))
        .allSatisfy(one -> assertThat(one.saw()).isEqualTo("not available on this platform"))
        .allSatisfy(CheckupTest::enough);
  }

  private static void enough(Observation seen) {
    assertThat(seen.level()).as(seen.toString()).isEqualTo(Level.OK);
  }

  private static void tooLittle(Observation seen, String saw, String fix) {
    assertThat(seen.level()).as(seen.toString()).isEqualTo(Level.WARN);
    assertThat(seen.saw()).contains(saw);
    assertThat(seen.fix()).contains(fix);
  }

  private Observation ports() {
    var seen = named("ports", look(System.getenv()));
    assertThat(seen.level()).isEqualTo(Level.WARN);
    assertThat(seen.fix()).contains("takes free ports instead");
    return seen;
  }

  private List<Observation> look(Map<String, String> environment) {
    return new Checkup(folder.resolve(".lab"), environment, Optional.empty()).look();
  }

  private static Observation named(String subject, List<Observation> seen) {
    return seen.stream().filter(one -> one.subject().equals(subject)).findFirst().orElseThrow();
  }
}
