package lab.run.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.nginx.generate.Generated;
import lab.problem.FaultyFileException;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThatThrownBy(verdict::demandAccepted).isInstanceOf(FaultyFileException.class);
  }

  @Test
  void aFailureInOtherWordsIsShownInThem() {
    var verdict = NginxVerdict.of(List.of("nginx: invalid option: \"e\""), FILE, GENERATED);
    assertThat(verdict.messages())
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("nginx: invalid option: \"e\""));
    assertThatThrownBy(verdict::demandAccepted).isExactlyInstanceOf(ProblemException.class);
  }

  /** "in upstream" was once taken for the beginning of the place, and the name was lost. */
  @Test
  void theHostThatNginxCannotFindIsNamed() {
    var said = "nginx: [emerg] host not found in upstream \"snyc\" in /run/nginx.conf:3";
    assertThat(NginxVerdict.of(List.of(said), FILE, GENERATED).messages())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.what()).endsWith("host not found in upstream \"snyc\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown \"uri2\" variable | true",
        "host not found in upstream \"snyc\" in /run/nginx.conf:3 | true",
        "getpwnam(\"nobody2\") failed in /run/nginx.conf:1 | true",
        "pcre_compile() failed: missing ) in \"a(\" in /run/nginx.conf:2 | true",
        "pcre2_compile() failed: missing ) in \"a(\" | true",
        "mkdir() \"/run/cache\" failed (28: No space left on device) | false",
        "bind() to 0.0.0.0:80 failed (13: Permission denied) | false",
        "open() \"/run/nginx.pid\" failed (30: Read-only file system) | false"
      })
  void theMachineIsToldFromTheFile(String said, boolean ofTheFile) {
    assertThat(NginxVerdict.of(List.of("nginx: [emerg] " + said), FILE, GENERATED).ofTheFile())
        .isEqualTo(ofTheFile);
  }
}
