package lab.cli.stack;

import java.util.List;
import java.util.function.Consumer;
import lab.cli.Console;
import lab.stack.StackMessage;
import lab.stack.StackMessage.AllReady;
import lab.stack.StackMessage.Exited;
import lab.stack.StackMessage.Logged;
import lab.stack.StackMessage.Ready;
import lab.stack.StackMessage.Refused;
import lab.stack.StackMessage.Started;
import lab.stack.StackMessage.Warned;

/**
 * Shows a person what a supervisor tells.
 *
 * @param console where to
 * @param withLogs whether the programs' own lines are shown too
 */
record UpListener(Console console, boolean withLogs) implements Consumer<StackMessage> {
  private static final int LINES_SHOWN = 10;

  @Override
  public void accept(StackMessage message) {
    var names = new LogNames(console);
    switch (message) {
      case Started(var child) -> console.say(names.prefix(child) + "started");
      case Ready(var child) -> console.say(names.prefix(child) + "ready");
      case Logged(var child, var line) -> {
        if (withLogs) {
          logged(names.prefix(child) + line);
        }
      }
      case Exited(var child, var code, List<String> lastLines) -> {
        console.say(
            names.prefix(child)
                + console.ink().bad("ended with exit code " + code)
                + "; the others go on. Its last lines, of .lab/stack/logs/"
                + child
                + ".log:");
        lastLines.stream()
            .skip(Math.max(0, lastLines.size() - LINES_SHOWN))
            .forEach(line -> console.say(names.prefix(child) + "  " + line));
      }
      case AllReady() -> {}
      case Warned(var what) -> console.note(what);
      case Refused(var why) -> {}
    }
  }

  /** The one JSON object on standard output is the card of the stack. */
  private void logged(String line) {
    if (console.json()) {
      console.say(line);
    } else {
      console.print(line);
    }
  }
}
