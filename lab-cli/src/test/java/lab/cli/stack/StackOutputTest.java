package lab.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import lab.cli.Console;
import lab.screen.Ink;
import lab.stack.StackMessage;
import org.junit.jupiter.api.Test;

class StackOutputTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void logsAreTheResultOfUpForAPerson() {
    new UpListener(console(false), true).accept(new StackMessage.Logged("sync", "ready 8101"));
    assertThat(out.toString()).isEqualTo("sync    | ready 8101\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void nothingButJsonComesToStandardOutputWhereJsonIsWanted() {
    new UpListener(console(true), true).accept(new StackMessage.Logged("sync", "ready 8101"));
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEqualTo("sync    | ready 8101\n");
  }

  private Console console(boolean json) {
    return new Console(
        new PrintWriter(out), new PrintWriter(err), new Ink(false), json, false, false, false);
  }
}
