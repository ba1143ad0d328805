package lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.check.Verdict;
import lab.course.SmallCourse;
import lab.course.journal.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small course, and the lab's commands run on it in this process.
 *
 * @param course the checkout
 */
record CourseBench(SmallCourse course) {
  /** What a command did. */
  record Done(int exit, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  static CourseBench in(Path folder) throws IOException {
    var course = SmallCourse.in(folder);
    // Asked for by lab verify, and not used by what these tests verify.
    course.write("server/target/server.jar", "");
    return new CourseBench(course);
  }

  Done lab(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of(words));
    all.add("--root");
    all.add(course.root().toString());
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Done(exit, out.toString(), err.toString());
  }

  /** Puts on record that a stage has passed. */
  void pass(String stage, String... checks) {
    var results =
        List.of(checks).stream()
            .map(check -> new Event.Result(check, Verdict.PASS, List.of()))
            .toList();
    course.journal().append(new Event.Verified(stage, Optional.empty(), results, true, false));
  }
}
