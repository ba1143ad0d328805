package lab.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;

/** What is said of two places names the file of the other one, where it is another. */
class OtherFilesTest {
  private static final String BOTH = "events {}\nhttp {\n include a.conf;\n include b.conf;\n}\n";

  @Test
  void aNameTwiceInTheSameLineOfTwoFilesIsSeen() {
    var server = "server {\n listen 127.0.0.1:8080;\n server_name one.example;\n}\n";
    var site = site("nginx.conf", BOTH, "a.conf", server, "b.conf", server);
    assertThat(Advice.on(site))
        .filteredOn(one -> one.rule().equals("name-twice"))
        .extracting(Diagnostic::message)
        .containsExactly(
            "the server in line 3 of /conf/a.conf has this address and name already:"
                + " nginx ignores this one");
  }

  @Test
  void theOtherUpstreamOfANameIsFound() {
    var group = "upstream sync {\n server 127.0.0.1:8101;\n}\n";
    assertThat(messages(site("nginx.conf", BOTH, "a.conf", group, "b.conf", group)))
        .containsExactly("an upstream \"sync\" stands in line 1 of /conf/a.conf already");
  }

  @Test
  void theOtherDefaultServerIsFound() {
    var server = "server {\n listen 127.0.0.1:8080 default_server;\n}\n";
    assertThat(messages(site("nginx.conf", BOTH, "a.conf", server, "b.conf", server)))
        .containsExactly(
            "the server that listens in line 2 of /conf/a.conf is the default one already");
  }

  @Test
  void theOtherDirectiveOfABlockIsFound() {
    var timeout = "keepalive_timeout 5s;\n";
    assertThat(messages(site("nginx.conf", BOTH, "a.conf", timeout, "b.conf", timeout)))
        .containsExactly(
            "\"keepalive_timeout\" stands in this block already, in line 1 of /conf/a.conf");
  }

  @Test
  void inOneFileTheLineIsEnough() {
    var group = "upstream sync {\n server 127.0.0.1:8101;\n}\n";
    assertThat(messages(site("nginx.conf", "events {}\nhttp {\n" + group + group + "}\n")))
        .containsExactly("an upstream \"sync\" stands in line 3 already");
  }

  private static List<String> messages(Site site) {
    return Mistakes.in(site).stream().map(Diagnostic::message).toList();
  }

  private static Site site(String... namesAndTexts) {
    return new Site(MemoryFiles.load(namesAndTexts), Facts.of(new Release(1, 22, 1), false));
  }
}
