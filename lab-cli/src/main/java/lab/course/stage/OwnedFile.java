package lab.course.stage;

import java.nio.file.Path;

/**
 * A file that the learner edits.
 *
 * @param path from the checkout's root, with {@code /}
 * @param stageId the stage's folder name
 */
public record OwnedFile(String path, String stageId) {
  /** Whether it lies in the stage's own folder and is edited there. */
  public boolean inStage() {
    return path.startsWith("exercises/" + stageId + "/");
  }

  /** Its path below {@code solutions/NN-slug} and below the folder of a tried answer. */
  public String relative() {
    return inStage() ? path.substring(("exercises/" + stageId + "/").length()) : path;
  }

  /** Where it is edited. */
  public Path in(Path root) {
    return root.resolve(path);
  }

  /** Where its solution is. */
  public Path solution(Path root) {
    return root.resolve("solutions").resolve(stageId).resolve(relative());
  }

  /** Where a right or a wrong answer of the stage has it, if it has. */
  public Path tried(Path root, TriedAnswer answer) {
    return root.resolve("exercises").resolve(stageId).resolve(answer.folder()).resolve(relative());
  }

  /**
   * Where the file lies that a stage begins with: for one at the root, a file of the same path in
   * the stage's folder; one in the stage's own folder is its own beginning, as it was first seen.
   */
  public Path shipped(Path root) {
    return root.resolve("exercises").resolve(stageId).resolve(relative());
  }
}
