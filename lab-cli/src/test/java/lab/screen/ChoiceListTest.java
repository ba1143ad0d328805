package lab.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.screen.ChoiceList.ChoiceKey;
import lab.screen.ChoiceScreen.Choice;
import lab.screen.ChoiceScreen.View;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/** The list that a person chooses from: its keys and its lines, without a terminal. */
class ChoiceListTest {
  private static final String KEYS = "up/down move   enter go   / find   r reset   z undo   q quit";

  private static ChoiceList of(int first, String... lines) {
    return new ChoiceList(new View("  HEAD", List.of(lines), first, List.of("  [bar]", "", KEYS)));
  }

  private static List<String> drawn(ChoiceList list, int columns, int rows) {
    return list.drawn(columns, rows).stream().map(AttributedString::toString).toList();
  }

  private static Optional<Choice> press(ChoiceList list, ChoiceKey... keys) {
    Optional<Choice> choice = Optional.empty();
    for (var key : keys) {
      choice = list.press(key, "");
    }
    return choice;
  }

  private static void type(ChoiceList list, String words) {
    words.chars().forEach(letter -> list.press(ChoiceKey.TYPED, Character.toString(letter)));
  }

  @Test
  void theMarkIsAStarAndTheKeysStandBelow() {
    assertThat(drawn(of(1, "  01 First", "  02 Second"), 80, 24))
        .containsExactly("  HEAD", "  01 First", "* 02 Second", "  [bar]", "  " + KEYS);
  }

  @Test
  void upAndDownStopAtTheEndsAndEnterChooses() {
    var list = of(0, "  a", "  b", "  c");
    assertThat(press(list, ChoiceKey.UP, ChoiceKey.ENTER)).contains(new Choice.Chosen(0));
    assertThat(press(list, ChoiceKey.DOWN, ChoiceKey.DOWN, ChoiceKey.DOWN, ChoiceKey.ENTER))
        .contains(new Choice.Chosen(2));
    assertThat(press(list, ChoiceKey.UP, ChoiceKey.ENTER)).contains(new Choice.Chosen(1));
    assertThat(press(list, ChoiceKey.RESET)).contains(new Choice.Reset(1));
    assertThat(press(list, ChoiceKey.UNDO)).contains(new Choice.Undo());
    assertThat(press(list, ChoiceKey.QUIT)).contains(new Choice.Quit());
  }

  @Test
  void whatIsTypedIsFoundInColouredLinesTooAndEnterEndsTheSearchBeforeItChooses() {
    var list = of(0, "  01 First", "\u001b[1m  02 Second\u001b[0m", "  03 Third");
    press(list, ChoiceKey.FIND);
    assertThat(list.finding()).isTrue();
    type(list, "seco");
    assertThat(drawn(list, 80, 24))
        .contains("* 02 Second", "  find: seco   enter ends the search")
        .doesNotContain("  " + KEYS);
    assertThat(press(list, ChoiceKey.ENTER)).isEmpty();
    assertThat(list.finding()).isFalse();
    assertThat(press(list, ChoiceKey.ENTER)).contains(new Choice.Chosen(1));
  }

  @Test
  void whatIsNowhereMovesNothingAndQuitLeavesTheSearchFirst() {
    var list = of(2, "  a", "  b", "  c");
    press(list, ChoiceKey.FIND);
    type(list, "zz");
    press(list, ChoiceKey.ERASE, ChoiceKey.ERASE, ChoiceKey.ERASE);
    assertThat(press(list, ChoiceKey.QUIT)).isEmpty();
    assertThat(press(list, ChoiceKey.ENTER)).contains(new Choice.Chosen(2));
  }

  @Test
  void aLowScreenShowsThePartWithTheMark() {
    var many = IntStream.range(10, 40).mapToObj(i -> "  " + i).toArray(String[]::new);
    var list = of(20, many);
    assertThat(drawn(list, 80, 10)).hasSizeLessThan(10).contains("* 30", "  HEAD", "  " + KEYS);
    assertThat(drawn(list, 80, 2)).contains("* 30");
    assertThat(drawn(of(0), 80, 10)).contains("  HEAD");
  }

  @Test
  void aNarrowScreenCutsLinesAndBreaksTheKeysSoThatAllAreSeen() {
    var lines = drawn(of(0, "  01 A stage with a title that is far too long"), 30, 24);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(30));
    assertThat(String.join(" ", lines))
        .contains("up/down", "enter go", "/ find", "z undo", "q quit");
  }
}
