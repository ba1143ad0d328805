package lab.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import lab.check.CheckResult;
import lab.check.Excerpt;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.lint.Checked;
import lab.lint.Facts;
import lab.lint.NginxAnswer;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;

class NginxLoadsJudgeTest {
  private static CheckResult judge(String text) {
    var site = new Site(MemoryFiles.load(text), Facts.of(new Release(1, 22, 1), false));
    return NginxLoadsJudge.judge(
        Arms.spec("config-loads", new CheckKind.NginxLoads()),
        Checked.of(site, NginxAnswer.ACCEPTED));
  }

  @Test
  void aFileThatNginxAcceptsPasses() {
    assertThat(judge("events { }\n").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aFaultIsNamedByItsPlaceAndShownInItsLine() {
    var result = judge("events { }\nhttp {\n\tserver { listten 8080; }\n}\n");
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).containsExactly(Signs.SYNTAX);
    assertThat(result.headline()).startsWith("nginx.conf:3:11: ").contains("listten");
    var reason = result.reason().orElseThrow();
    assertThat(reason.proof()).hasSize(1);
    assertThat(reason.excerpts())
        .containsExactly(new Excerpt(3, "\tserver { ", "listten", " 8080; }"));
  }
}
