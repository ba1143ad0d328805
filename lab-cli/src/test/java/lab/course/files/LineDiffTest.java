package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> number + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void theSameTextHasNoDifference() {
    assertThat(LineDiff.unified("a\nb\n", "a\nb")).isEmpty();
    assertThat(LineDiff.unified("", "")).isEmpty();
  }

  @Test
  void aChangedLineStandsBetweenThreeLinesOfBoth() {
    var mine = numbers(1, 9);
    assertThat(LineDiff.unified(mine, mine.replace("5", "five")))
        .containsExactly("@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8");
  }

  @Test
  void changesFarApartAreHunksOfTheirOwnAndNearOnesShareOne() {
    var mine = numbers(1, 20);
    assertThat(LineDiff.unified(mine, mine.replace("2\n3\n", "3\n").replace("19\n", "19\n19b\n")))
        .filteredOn(line -> line.startsWith("@@"))
        .hasSize(2);
    assertThat(LineDiff.unified(numbers(1, 9), "1\n3\n4\n5\n6\n7\n9\n"))
        .containsExactly("@@ -1,9 +1,7 @@", " 1", "-2", " 3", " 4", " 5", " 6", " 7", "-8", " 9");
  }

  @Test
  void aFileThatOneOfThemLacksIsWhollyNew() {
    assertThat(LineDiff.unified("", "a\nb\n")).containsExactly("@@ -0,0 +1,2 @@", "+a", "+b");
    assertThat(LineDiff.unified("a\n", "")).containsExactly("@@ -1,1 +0,0 @@", "-a");
  }
}
