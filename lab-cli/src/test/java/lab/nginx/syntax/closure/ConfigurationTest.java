package lab.nginx.syntax.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.parse.Limits;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  @Test
  void includedStatementsStandInPlaceAndKnowTheirFile() {
    var read =
        MemoryFiles.load(
            "nginx.conf", "http { a; include conf.d/*.conf; z; }",
            "conf.d/2.conf", "two;",
            "conf.d/1.conf", "one { include conf.d/deep; }",
            "conf.d/deep", "deep;",
            "conf.d/.hidden.conf", "hidden;");
    var http = read.directives().getFirst().block().orElseThrow().directives();
    assertThat(http).extracting(d -> d.name().text()).containsExactly("a", "one", "two", "z");
    assertThat(http.get(1).block().orElseThrow().directives().getFirst().name().span().source())
        .isSameAs(read.files().get(2));
    assertThat(read.files())
        .extracting(read::nameOf)
        .containsExactly("nginx.conf", "conf.d/1.conf", "conf.d/deep", "conf.d/2.conf");
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void aMissingFileIsAFaultButAnEmptyGlobIsNot() {
    var read = MemoryFiles.load("include none*.conf;\ninclude none.conf;\n");
    assertThat(read.faults()).hasSize(1);
    assertThat(read.faults().getFirst().place()).isEqualTo("/conf/nginx.conf:2:9");
    assertThat(read.faults().getFirst().nginxMessage().orElseThrow())
        .isEqualTo("open() \"/conf/none.conf\" failed (2: No such file or directory)");
  }

  @Test
  void loopsAreRefused() {
    var read = MemoryFiles.load("nginx.conf", "include a;", "a", "include b;", "b", "include a;");
    assertThat(read.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.INCLUDE_LOOP);
  }

  @Test
  void manyInclusionsOfManyFilesAreRefused() {
    var texts = new TreeMap<Path, String>();
    for (int at = 0; at < 40; at++) {
      texts.put(Path.of("/conf/" + at), ("include " + (at + 1) + ";").repeat(2));
    }
    texts.put(Path.of("/conf/40"), "a;");
    var read = Configuration.load(Path.of("/conf/0"), new MemoryFiles(texts), Limits.GENEROUS);
    assertThat(read.faults().getFirst().message()).isEqualTo("more than 250 files are included");
  }

  @Test
  void limitsHoldForAllFilesTogether() {
    var limits = new Limits(1000, 2000, 10, 3, 6, 100, 10);
    var texts = new TreeMap<Path, String>();
    texts.put(Path.of("/conf/main"), "a { b { include deep; } } c; d; include flat;");
    texts.put(Path.of("/conf/deep"), "e { f { } }");
    texts.put(Path.of("/conf/flat"), "g; h;");
    var read = Configuration.load(Path.of("/conf/main"), new MemoryFiles(texts), limits);
    assertThat(read.faults())
        .extracting(Fault::message)
        .containsExactly(
            "the lab stops reading here: blocks more than 3 deep",
            "the lab stops reading here: more than 6 statements");
  }

  @Test
  void rowsOfATableAreIncludedAndNeedNoDirectives() {
    var read =
        MemoryFiles.load(
            "nginx.conf", "map $a $b { include rows; } split_clients $a $b { include rows; }",
            "rows", "include x; y z;");
    assertThat(read.faults()).extracting(Fault::message).containsExactly("there is no file \"x\"");
    var rows = read.directives().getLast().block().orElseThrow().directives();
    assertThat(rows).extracting(row -> row.name().text()).containsExactly("include");
  }

  @Test
  void faultsComeInTheOrderInWhichNginxMeetsThem() {
    var read = MemoryFiles.load("nginx.conf", "a;;\ninclude b;\nc;;\n", "b", "d { e }\n");
    assertThat(read.faults())
        .extracting(Fault::place)
        .containsExactly("/conf/nginx.conf:1:3", "/conf/b:1:6", "/conf/nginx.conf:3:3");
  }

  @Test
  void aMainFileThatIsNotThereIsAProblem() {
    assertThatThrownBy(
            () -> Configuration.load(Path.of("/none"), new MemoryFiles(Map.of()), Limits.GENEROUS))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aPatternWithADotInFrontFindsTheFolderAbove(@TempDir Path folder) throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("x"), "found;");
    var main =
        Files.writeString(
            Files.createDirectory(folder.resolve("conf")).resolve("nginx.conf"),
            "include .?/other/x; include .[.]/oth*/x; include ?./other/x; include [.]./other/x;");
    var read = Configuration.load(main);
    assertThat(read.directives())
        .extracting(d -> d.name().text())
        .containsExactly("found", "found");
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void patternsThatGoDownAndUpForEverAreRefusedSoon(@TempDir Path folder) throws IOException {
    for (var name : List.of("a", "b", "c")) {
      Files.createDirectory(folder.resolve(name));
    }
    var pattern = "include " + "*/../".repeat(40) + "zz;\n";
    var main = Files.writeString(folder.resolve("nginx.conf"), pattern.repeat(300));
    var read = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Configuration.load(main));
    assertThat(read.faults().getFirst().message())
        .endsWith("the patterns go through more than 20000 names");
  }

  @Test
  void aMessageShowsANameAsWrittenAndNothingThatATerminalObeys(@TempDir Path folder)
      throws IOException {
    Files.createDirectory(folder.resolve("d\u001be"));
    var main =
        Files.writeString(
            folder.resolve("nginx.conf"),
            "include \"a\u001bc\"; include \"b\naccepted\"; include d?e; include sub/../x;"
                + " include ../y; include é;");
    var faults = Configuration.load(main).faults();
    assertThat(faults)
        .extracting(Fault::message)
        .containsExactly(
            "there is no file \"a.c\"",
            "there is no file \"b.accepted\"",
            "\"d?e\" cannot be read: it is not a regular file",
            "there is no file \"x\"",
            "there is no file \"../y\"",
            "there is no file \"é\"");
  }

  @Test
  void globsMatchAsInTheShell() {
    assertThat(List.of("a.conf", "ab", "b]", "[", "a-"))
        .filteredOn(name -> Glob.matches("*[!a-b.]*", name))
        .containsExactly("a.conf", "b]", "[", "a-");
    assertThat(Glob.matches("a?c\\*[]x]", "abc*]")).isTrue();
    assertThat(Glob.matches("*a".repeat(30) + "b", "a".repeat(200))).isFalse();
  }
}
