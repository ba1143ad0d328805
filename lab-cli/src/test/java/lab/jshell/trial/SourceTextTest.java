package lab.jshell.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.jshell.session.Session.Unfinished;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
  private static final String METHOD =
      """
      void handle(List<String> requests) {
        for (vr request : requests) {
          answerAll(request);
        }
      }\
      """;
  private static final SourceText TEXT = new SourceText("// mine\n" + METHOD + "\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class vr                            | 3 | 8 | 2",
        "method answerAll(java.lang.String)  | 4 | 5 | 9",
        "class Elsewhere                     | 2 | 1 | 1"
      })
  void whatIsNowhereDeclaredIsShownWhereItIsUsed(String missing, int line, int column, int length) {
    var fault = TEXT.unfinished(new Unfinished(METHOD, List.of(missing), List.of()));
    assertThat(fault.message()).isEqualTo("this needs what is nowhere declared: " + missing);
    assertThat(List.of(fault.line(), fault.column(), fault.length()))
        .containsExactly(line, column, length);
  }
}
