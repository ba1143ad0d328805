package lab.jshell.service;

import java.util.ArrayList;
import java.util.List;
import lab.stack.ProcessId;
import lab.stack.Program;
import lab.stack.RunningStack;

/**
 * A stack in lines.
 *
 * @param stack the one that is up
 */
record StackView(RunningStack stack) {
  List<String> lines() {
    var lines = new ArrayList<String>();
    for (var program : Program.values()) {
      var process = stack.child(program.label());
      lines.add(
          "%-8s http://127.0.0.1:%d  pid %s  %s"
              .formatted(
                  program.label(),
                  stack.port(program),
                  process.map(ProcessId::pid).map(String::valueOf).orElse("-"),
                  process.flatMap(ProcessId::live).isPresent() ? "up" : "DEAD"));
    }
    lines.add("speed %d: durations divided by it, rates multiplied".formatted(stack.speed()));
    return lines;
  }
}
