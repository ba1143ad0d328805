package lab.stack.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.problem.ProblemException;
import lab.stack.machine.Checkup;
import lab.stack.machine.Observation;
import lab.stack.machine.Observation.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxBinaryTest {
  @TempDir Path folder;

  @Test
  void theOldestIsTheFirstThatKnowsMinusE() {
    assertThat(new NginxVersion(1, 19, 5).isRecentEnough()).isTrue();
    assertThat(new NginxVersion(1, 19, 4).isRecentEnough()).isFalse();
    assertThat(new NginxVersion(1, 18, 0).isRecentEnough()).isFalse();
    assertThat(new NginxVersion(2, 0, 0).isRecentEnough()).isTrue();
  }

  @Test
  void anOldOneThatIsNamedIsRefusedWithTheNextStep() throws IOException {
    var old = nginx("old", "1.18.0");
    assertThatThrownBy(() -> NginxBinary.find(Map.of("LAB_NGINX", old.toString()), folder))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              var problem = e.problems().getFirst();
              assertThat(problem.what()).contains("1.18.0 is too old", "1.19.5");
              assertThat(problem.where()).isEqualTo(old.toString());
              assertThat(problem.next()).contains("LAB_NGINX", "nginx.org");
            });
  }

  @Test
  void anOldOneOnThePathIsPassedOverForANewerOne() throws IOException {
    var old = nginx("old", "1.18.0");
    var newer = nginx("newer", "1.27.3");
    var path = Map.of("PATH", old.getParent() + ":" + newer.getParent());
    assertThat(NginxBinary.find(path, folder).orElseThrow().command())
        .isEqualTo(List.of(newer.toString()));
  }

  @Test
  void doctorSaysThatItIsTooOld() throws IOException {
    var old = nginx("old", "1.18.0");
    var seen = look(Map.of("LAB_NGINX", old.toString()));
    assertThat(seen.level()).isEqualTo(Level.FAIL);
    assertThat(seen.saw()).contains("1.18.0 is too old", old.toString());
    assertThat(seen.fix()).contains("LAB_NGINX");
  }

  @Test
  void doctorNamesVersionAndPlaceOfThisMachinesOwn() {
    var own = NginxBinaries.own();
    var seen = look(Map.of("LAB_NGINX", own.command().getLast()));
    assertThat(seen.level()).isEqualTo(Level.OK);
    assertThat(seen.saw()).contains(own.version().toString(), own.command().getLast());
  }

  @Test
  void aFailureWithoutAWordIsNoConsent() throws IOException {
    var silent = program("silent", "exit 3");
    var binary = new NginxBinary(List.of(silent.toString()), new NginxVersion(1, 22, 1));
    assertThat(binary.test(folder.resolve("nginx.conf"), folder))
        .containsExactly("nginx -t ended with exit code 3 and said nothing");
  }

  private Observation look(Map<String, String> environment) {
    return new Checkup(folder, environment, Optional.empty())
        .look().stream().filter(one -> one.subject().equals("nginx")).findFirst().orElseThrow();
  }

  private Path nginx(String where, String version) throws IOException {
    return program(where, "echo 'nginx version: nginx/" + version + "' >&2");
  }

  private Path program(String where, String script) throws IOException {
    var file = Files.createDirectory(folder.resolve(where)).resolve("nginx");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
