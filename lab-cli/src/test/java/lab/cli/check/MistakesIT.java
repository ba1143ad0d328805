package lab.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.Checked;
import lab.lint.Facts;
import lab.lint.Mistake;
import lab.lint.NginxAnswer;
import lab.lint.rule.Edit;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.Configuration;
import lab.stack.nginx.NginxBinaries;
import lab.stack.nginx.NginxBinary;
import lab.verify.file.NginxTrial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real nginx refuses what we call a mistake, and accepts it once our fix is made. */
@Tag("process")
class MistakesIT {
  private static final Path ADVICE = Path.of("src/test/resources/lint");

  /** Fixtures of advice on what nginx itself refuses, once it is asked. */
  private static final Set<String> REFUSED_TOO = Set.of("unknown-upstream", "single-backup");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private static NginxBinary nginx;

  @BeforeAll
  static void find() {
    nginx = NginxBinaries.own();
  }

  static Stream<Mistake> broken() throws IOException {
    return Mistake.broken();
  }

  static Stream<Path> advised() throws IOException {
    try (var files = Files.walk(ADVICE)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void nginxRefusesTheBrokenFileAndAcceptsTheFixedOne(Mistake mistake) throws IOException {
    var checked = check(mistake.file());
    assertThat(checked.nginx().ok()).isFalse();
    assertThat(checked.ok()).isFalse();
    var first = checked.faults().getFirst();
    assertThat(mistake.expected()).startsWith(first.rule() + " ");
    if (first.edit().isPresent()) {
      assertThat(ask(edited(first.edit().get()))).as("%s", first).isEqualTo(NginxAnswer.ACCEPTED);
    }
    if (mistake.repairedByHand().isPresent()) {
      assertThat(ask(mistake.repairedByHand().get())).isEqualTo(NginxAnswer.ACCEPTED);
    }
  }

  @ParameterizedTest
  @MethodSource("advised")
  void nginxAcceptsWhatIsOnlyAdvisedOn(Path fixture) throws IOException {
    var rule = fixture.getName(fixture.getNameCount() - 2).toString();
    var checked = check(fixture);
    if (REFUSED_TOO.contains(rule) && fixture.getFileName().toString().startsWith("fires")) {
      assertThat(checked.ok()).isFalse();
      assertThat(checked.faults()).extracting(one -> one.rule()).containsExactly(rule);
    } else {
      assertThat(checked.nginx()).isEqualTo(NginxAnswer.ACCEPTED);
      assertThat(checked.ok()).as("%s", checked.faults()).isTrue();
    }
  }

  private Path edited(Edit edit) throws IOException {
    var file = folder.resolve("edited.conf");
    return Files.writeString(file, edit.applied(), StandardCharsets.ISO_8859_1);
  }

  private static NginxAnswer ask(Path file) {
    return NginxTrial.ask(nginx, Configuration.load(file));
  }

  private static Checked check(Path file) {
    var configuration = Configuration.load(file);
    var version = nginx.version();
    var release = new Release(version.major(), version.minor(), version.patch());
    return Checked.of(
        new Site(configuration, Facts.of(release, false)), NginxTrial.ask(nginx, configuration));
  }
}
