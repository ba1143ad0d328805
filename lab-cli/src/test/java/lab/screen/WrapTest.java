package lab.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {
  @Test
  void breaksAtBlanksAndNeverCutsAWord() {
    assertThat(Wrap.lines("one two three", 7)).containsExactly("one two", "three");
    assertThat(Wrap.lines("lab run incident", 3)).containsExactly("lab", "run", "incident");
    assertThat(Wrap.lines("one\ntwo", 80)).containsExactly("one", "two");
  }

  @Test
  void whatGoesOnBelowIsIndentedAndWhatStoodBeforeIsKept() {
    assertThat(Wrap.hanging("  one two three", 9, "    "))
        .containsExactly("  one", "    two", "    three");
    assertThat(Wrap.hanging("  one two", 9, "    ")).containsExactly("  one two");
  }

  @Test
  void aCommandIsNotBrokenWithin() {
    var text = Wrap.unbroken("lab hint") + "   " + Wrap.unbroken("lab next +1");
    assertThat(Wrap.lines(text, 14)).containsExactly("lab hint", "lab next +1");
    assertThat(Wrap.hanging(text, 80, "  ")).containsExactly("lab hint   lab next +1");
  }

  @Test
  void coloursTakeNoRoom() {
    assertThat(Wrap.lines(new Ink(true).bad("one") + " two", 7)).hasSize(1);
  }
}
