package lab.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lab.lint.mistake.grammar.UnknownDirective;
import lab.lint.rule.Spelling;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;

/** Names that were meant are found, but not at any cost. */
class SpellingTest {
  @Test
  void findsTheNameThatWasMeant() {
    var spelling = new Spelling(List.of("proxy_pass", "proxy_buffering"));
    assertThat(spelling.nearest("proxy_pas")).contains("proxy_pass");
    assertThat(spelling.nearest("proxy_pas")).contains("proxy_pass");
    assertThat(spelling.nearest("worker")).isEmpty();
  }

  @Test
  void looksForSoManyDifferentNamesAndNoMore() {
    var spelling = new Spelling(List.of("name_0"));
    var found =
        IntStream.range(0, 5_000).filter(i -> spelling.nearest("nam_" + i % 10).isPresent());
    assertThat(found.count()).as("the same ones are found again").isEqualTo(5_000);
    IntStream.range(10, 5_000).forEach(i -> spelling.nearest("other_" + i));
    assertThat(spelling.nearest("name_1")).as("one more").isEmpty();
    assertThat(spelling.nearest("nam_1")).as("asked for before").contains("name_0");
  }

  @Test
  void comparesWithSoManyNamesAndNoMore() {
    var read = new AtomicInteger();
    new Spelling(
        new AbstractList<String>() {
          @Override
          public String get(int index) {
            read.incrementAndGet();
            return "name_" + index;
          }

          @Override
          public int size() {
            return 1_000_000;
          }
        });
    assertThat(read.get()).isLessThan(10_000);
  }

  @Test
  void aFileOfMisspeltNamesGetsThatManySuggestions() {
    var text = new StringBuilder();
    IntStream.range(0, 5_000).forEach(i -> text.append("worker_process").append(i).append(" 1;\n"));
    var site = new Site(MemoryFiles.load(text.toString()), Facts.of(new Release(1, 22, 1), false));
    assertThat(new UnknownDirective().check(site)).hasSize(5_000);
    assertThat(new UnknownDirective().check(site).filter(hit -> hit.edit().isPresent()).count())
        .isPositive()
        .isLessThanOrEqualTo(Spelling.SEARCHES);
  }
}
