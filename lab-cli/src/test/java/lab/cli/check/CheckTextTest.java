package lab.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import lab.lint.Checked;
import lab.lint.Facts;
import lab.lint.NginxAnswer;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.screen.Ink;
import org.junit.jupiter.api.Test;

/** What a person reads of a check. */
class CheckTextTest {
  @Test
  void furtherPlacesNameTheFileWhereItIsAnother() {
    var group = "upstream NAME { server localhost:8101; }\n";
    var site =
        new Site(
            MemoryFiles.load(
                "nginx.conf",
                "events {}\nhttp {\n" + group.replace("NAME", "a") + "include z.conf;\n}\n",
                "z.conf",
                group.replace("NAME", "b")),
            Facts.of(new Release(1, 22, 1), false));
    var lines =
        new CheckText(new Ink(false), 80, "1.22.1").lines(Checked.of(site, NginxAnswer.ACCEPTED));
    assertThat(lines).anyMatch(line -> line.endsWith("also: line 1 of /conf/z.conf"));
  }
}
