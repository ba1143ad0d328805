package lab.verify.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.lint.NginxAnswer;
import lab.nginx.syntax.closure.Configuration;
import lab.stack.nginx.NginxBinaries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real nginx is asked about is the person's configuration and nothing beside it. */
@Tag("process")
class NginxTrialIT {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void aPatternThatFindsNothingDoesNotFindTheGeneratedFile() throws IOException {
    assertThat(ask("events {} include \"nginx.con?\"; include nginx*; include none/.?/*;"))
        .isEqualTo(NginxAnswer.ACCEPTED);
  }

  @Test
  void aMessageOnTheCopyIsAboutThePersonsLine() throws IOException {
    Files.writeString(folder.resolve("part"), "\nunheard_of x;\n");
    var answer = ask("events {}\ninclude pa?t;\ninclude none*;\n");
    assertThat(answer.message()).contains("unknown directive \"unheard_of\"");
    assertThat(answer.at().orElseThrow().source().path()).isEqualTo(folder.resolve("part"));
    assertThat(answer.at().orElseThrow().line()).isEqualTo(2);
  }

  private NginxAnswer ask(String text) throws IOException {
    var nginx = NginxBinaries.own();
    var main = Files.writeString(folder.resolve("site.cf"), text);
    return NginxTrial.ask(nginx, Configuration.load(main));
  }
}
