package lab.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import lab.course.files.StageFiles;
import lab.course.journal.Journal;
import lab.course.variation.Learner;

/**
 * A checkout with three small stages: 01 with answers, 02 after it with nginx.conf and stack.yaml,
 * 03 after that with the same nginx.conf.
 *
 * @param root the checkout
 */
public record SmallCourse(Path root) {
  public static final String SHIPPED = "# shipped\n";

  private static final String CHECKS =
      """
      checks:
        - {id: loads, title: It loads, kind: nginx-loads, points: 1, rationale: Because.}
        - {id: writes, title: It is written, kind: findings, section: causes, rubric: rubric.yaml, points: 1, rationale: Because.}
      hints:
        - {id: any, level: 1, check: loads, text: Which line?}
        - {id: slow, level: 1, when: [late], check: loads, text: Who waits?}
        - {id: full, level: 1, when: [pool-full], check: loads, text: Who holds the slots?}
        - {id: deeper, level: 2, check: loads, text: Look at {workers} workers.}
        - {id: deepest, level: 3, check: loads, text: Do it.}
      misconceptions:
        - {id: patience, when: [late], text: Who needed it?, see: run incident}
      """;

  public static SmallCourse in(Path root) throws IOException {
    var course = new SmallCourse(root);
    course.write("nginx/nginx.conf", SHIPPED);
    course.write(
        "exercises/01-first/stage.yaml",
        head("First", "[]", "exercises/01-first/answers.yaml")
            + """
            predictions:
              - {id: guess, ask: "How many?", unit: workers, truth: "{workers}", because: There are two.}
            questions:
              - {id: workers, ask: "How many workers?", answer: "{workers}", unit: workers}
            checks:
              - {id: guessed, title: You guessed, kind: prediction, prediction: guess, before: incident, points: 1, rationale: Because.}
              - {id: counted, title: You counted, kind: answer, question: workers, points: 1, rationale: Because.}
            hints:
              - {id: expect, level: 1, when: [no-prediction], check: guessed, text: What do you expect?}
              - {id: who, level: 1, check: counted, text: Who answers?}
            """);
    course.write(
        "exercises/01-first/README.md",
        "# 01 First\n\n*5 minutes.*\n\nCount 2<!--{workers}--> workers.\n\n## Done when\n\nIt passes.\n");
    course.write("exercises/01-first/answers.yaml", "workers:\n");
    course.write("solutions/01-first/answers.yaml", "workers: {workers}\n");
    course.write(
        "exercises/02-second/stage.yaml",
        head("Second", "[\"01\"]", "nginx/nginx.conf, stack.yaml")
            + CHECKS.replace("Look at {workers} workers.", "\"Look at {workers} workers.\""));
    course.write("exercises/02-second/README.md", "# 02 Second\n");
    course.write("exercises/02-second/nginx/nginx.conf", SHIPPED);
    course.write(
        "exercises/02-second/stack.yaml", "sync-workers: {workers}\npool-threads: {threads}\n");
    course.write("solutions/02-second/nginx/nginx.conf", "# solved, {offered} in flight\n");
    course.write("solutions/02-second/stack.yaml", "sync-workers: 3\n");
    course.write(
        "exercises/03-third/stage.yaml",
        head("Third", "[\"02\"]", "nginx/nginx.conf")
            + CHECKS.replace("Look at {workers} workers.", "\"Look at {workers} workers.\""));
    course.write("exercises/03-third/README.md", "# 03 Third\n");
    course.write("exercises/03-third/nginx/nginx.conf", "# third\n");
    return course;
  }

  private static String head(String title, String needs, String owns) {
    return "format: 1\ntitle: %s\nminutes: 5\nneeds: %s\ntracks: [full]\nowns: [%s]\n"
        .formatted(title, needs, owns);
  }

  public Path state() {
    return root.resolve(".lab");
  }

  public Course load() {
    return Course.load(root.resolve("exercises"), Learner.anybody());
  }

  public Journal journal() {
    return Journal.open(state(), Clock.systemUTC());
  }

  public StageFiles files() {
    return new StageFiles(root, state(), load(), journal());
  }

  public void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  /** Changes a file that is there. */
  public void rewrite(String path, UnaryOperator<String> change) throws IOException {
    write(path, change.apply(read(path)));
  }

  public String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }
}
