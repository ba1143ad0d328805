package lab.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import lab.lint.rule.Rule;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every usual mistake is named first, at the place where the person must edit. */
class MistakeFixturesTest {
  static Stream<Mistake> broken() throws IOException {
    return Mistake.broken();
  }

  static Stream<Mistake> repaired() throws IOException {
    return Mistake.broken().filter(mistake -> mistake.repairedByHand().isPresent());
  }

  static Stream<Mistake> edited() throws IOException {
    return Mistake.broken().filter(mistake -> mistake.becomes().isPresent());
  }

  static Stream<Rule> rules() {
    return Mistakes.rules().stream();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void namesThePlaceToEditFirst(Mistake mistake) {
    var found = Mistakes.in(site(mistake.file()));
    assertThat(found).isNotEmpty();
    var first = found.getFirst();
    assertThat(
            first.rule()
                + " "
                + first.at().position().line()
                + ":"
                + first.at().position().column())
        .as("%s, among %s", first.message(), found)
        .isEqualTo(mistake.expected());
    assertThat(found).as("one mistake, one diagnostic").hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void offersAnEditOrIsRepairedByHand(Mistake mistake) {
    var edit = Mistakes.in(site(mistake.file())).getFirst().edit();
    assertThat(edit.isPresent() || mistake.repairedByHand().isPresent()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("edited")
  void theEditWritesWhatWasMeant(Mistake mistake) {
    var first = Mistakes.in(site(mistake.file())).getFirst();
    int line = first.at().line();
    var lines = first.edit().orElseThrow().applied().split("\n", -1);
    assertThat(lines[line - 1].strip()).isEqualTo(mistake.becomes().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("repaired")
  void hasNothingToSayOfTheRepairedFile(Mistake mistake) {
    assertThat(Mistakes.in(site(mistake.repairedByHand().orElseThrow()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasAPageAndAFixture(Rule rule) throws IOException {
    assertThat(Pages.of(rule.id()).orElseThrow()).startsWith("# " + rule.id());
    assertThat(Mistake.broken().filter(mistake -> mistake.expected().startsWith(rule.id() + " ")))
        .isNotEmpty();
  }

  @Test
  void noRuleIsLeftOutOfTheList() {
    var written =
        new ClassFileImporter()
            .importPackages("lab.lint.mistake").stream()
                .filter(type -> type.isAssignableTo(Rule.class))
                .map(type -> type.getName())
                .toList();
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            rules().map(rule -> rule.getClass().getName()).toList());
  }

  @Test
  void atLeastFortySixMistakesAreKnown() throws IOException {
    assertThat(Mistake.broken()).hasSizeGreaterThanOrEqualTo(46);
  }

  static Site site(Path file) {
    return new Site(Configuration.load(file), Facts.of(new Release(1, 22, 1), false));
  }
}
