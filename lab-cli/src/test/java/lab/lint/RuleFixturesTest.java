package lab.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of advice fires where its fixtures say so, and nowhere else in them. */
class RuleFixturesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/lint");
  private static final Pattern EXPECTED = Pattern.compile("# fires: ([a-z0-9-]+)");
  private static final Pattern RELEASE = Pattern.compile("# nginx: (\\d+)\\.(\\d+)\\.(\\d+)");

  static Stream<Rule> rules() {
    return Advice.rules().stream();
  }

  static Stream<Path> fixtures() throws IOException {
    try (var files = Files.walk(FIXTURES)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void firesExactlyOnTheMarkedLines(Path fixture) throws IOException {
    var rule = fixture.getName(fixture.getNameCount() - 2).toString();
    var lines = Files.readAllLines(fixture);
    var expected =
        IntStream.range(0, lines.size())
            .filter(line -> marks(lines.get(line), rule))
            .mapToObj(line -> line + 1)
            .toList();
    assertThat(firedLines(fixture, rule)).isEqualTo(expected);
    assertThat(expected.isEmpty()).isEqualTo(fixture.getFileName().toString().startsWith("quiet"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasAPageAndFixturesOfBothKinds(Rule rule) throws IOException {
    assertThat(Pages.of(rule.id())).as("page of %s", rule.id()).isPresent();
    assertThat(Pages.of(rule.id()).orElseThrow())
        .startsWith("# " + rule.id())
        .contains(rule.advice());
    try (var files = Files.list(FIXTURES.resolve(rule.id()))) {
      var names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).anyMatch(name -> name.startsWith("fires"));
      assertThat(names).anyMatch(name -> name.startsWith("quiet"));
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void nothingThatNginxAcceptsIsCalledAnError(Path fixture) throws IOException {
    assertThat(advice(fixture)).extracting(Diagnostic::severity).doesNotContain(Severity.ERROR);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void thePageSaysTheSeverityOfTheRule(Rule rule) {
    assertThat(Pages.of(rule.id()).orElseThrow().lines().skip(2).findFirst().orElseThrow())
        .startsWith("**" + rule.severity().id() + "**: ");
  }

  @Test
  void noRuleIsLeftOutOfTheList() {
    var listed = new TreeSet<>(rules().map(rule -> rule.getClass().getName()).toList());
    var written =
        new ClassFileImporter()
            .importPackages("lab.lint.advice").stream()
                .filter(type -> type.isAssignableTo(Rule.class))
                .map(type -> type.getName())
                .toList();
    assertThat(written).containsExactlyInAnyOrderElementsOf(listed).hasSizeGreaterThan(60);
  }

  @Test
  void noFixtureIsLeftWithoutItsRule() throws IOException {
    try (var folders = Files.list(FIXTURES)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(rules().map(Rule::id).toList());
    }
  }

  private static List<Integer> firedLines(Path fixture, String rule) throws IOException {
    return advice(fixture).stream()
        .filter(diagnostic -> diagnostic.rule().equals(rule))
        .map(diagnostic -> diagnostic.at().line())
        .sorted()
        .toList();
  }

  private static List<Diagnostic> advice(Path fixture) throws IOException {
    var text = Files.readString(fixture);
    var version = RELEASE.matcher(text);
    var release =
        version.find()
            ? new Release(
                number(version.group(1)), number(version.group(2)), number(version.group(3)))
            : new Release(1, 22, 1);
    var configuration = Configuration.load(fixture);
    assertThat(configuration.faults()).isEmpty();
    return Advice.on(new Site(configuration, Facts.of(release, text.contains("# stdout: socket"))));
  }

  private static boolean marks(String line, String rule) {
    var matcher = EXPECTED.matcher(line);
    return matcher.find() && matcher.group(1).equals(rule);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }
}
