package lab.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import lab.nginx.routing.Explanation;
import lab.nginx.routing.Request;
import lab.screen.Ink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTextTest {
  private static final ExplainText PLAIN = new ExplainText(new Ink(false), 80);

  @Test
  void aShortRequestStandsInOneLine() {
    assertThat(PLAIN.of(unknown(Request.get("/").withConnect("127.0.0.1:80"))))
        .first()
        .isEqualTo("GET /   Host localhost, sent to 127.0.0.1:80");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 50, 80, 300})
  void noLineIsWiderThanTheScreen(int length) {
    var request =
        Request.get("/" + "a".repeat(length))
            .withHost("h".repeat(length))
            .withConnect("127.0.0.1:8080");
    var lines = PLAIN.of(unknown(request));
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(String.join("", lines).replace(" ", ""))
        .startsWith("GET/" + "a".repeat(length) + "Host" + "h".repeat(length) + ",sentto127.0.0.1");
  }

  private static Explanation unknown(Request request) {
    return Explanation.unknown(request, "nobody knows");
  }
}
