package lab.run.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.nginx.generate.Generated;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;

class NginxVerdictTest {
  private static final Path FILE = Path.of("/run/nginx.conf");
  private static final Generated GENERATED = new Generated("", 10, List.of(), Map.of(), List.of());

  @Test
  void silenceIsConsent() {
    NginxVerdict.of(List.of(), FILE, GENERATED).demandAccepted();
  }

  @Test
  void faultsAreOneProblemEach() {
    var verdict =
        NginxVerdict.of(
            List.of(
                "nginx: [emerg] unknown directive \"locatio\" in /run/nginx.conf:7",
                "nginx: configuration file /run/nginx.conf test failed"),
            FILE,
            GENERATED);
    assertThat(verdict.messages())
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).endsWith("unknown directive \"locatio\""));
    assertThatThrownBy(verdict::demandAccepted).isInstanceOf(ProblemException.class);
  }

  @Test
  void aFailureInOtherWordsIsShownInThem() {
    var verdict = NginxVerdict.of(List.of("nginx: invalid option: \"e\""), FILE, GENERATED);
    assertThat(verdict.messages())
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("nginx: invalid option: \"e\""));
    assertThatThrownBy(verdict::demandAccepted).isInstanceOf(ProblemException.class);
  }
}
