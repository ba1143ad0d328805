package lab.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTest {
  private static final List<Key> ALL = List.of(Key.values());

  @Test
  void theLegendIsBrokenBetweenKeys() {
    assertThat(Key.legend(ALL, 77))
        .containsExactly(
            "n next stage   v verify with traffic   r run again   h hint   l list",
            "d diff with the reference   z undo   q quit");
    assertThat(Key.legend(ALL, Integer.MAX_VALUE)).hasSize(1);
    assertThat(Key.legend(List.of(Key.VERIFY), 5)).containsExactly("v verify with traffic");
    assertThat(Key.legend(List.of(), 80)).isEmpty();
  }

  @Test
  void aLetterIsOneKeyLargeOrSmall() {
    assertThat(ALL).extracting(Key::letter).doesNotHaveDuplicates();
    assertThat(ALL).allSatisfy(key -> assertThat(Key.of(key.letter())).contains(key));
    assertThat(Key.of('Z')).contains(Key.UNDO);
    assertThat(Key.of('x')).isEmpty();
  }
}
