package lab.course.stage;

/** An answer of the author's, beside the solution, with which a stage proves itself. */
public sealed interface TriedAnswer {
  /** The name of its folder. */
  String id();

  /** Why it passes or fails, for authors. */
  String because();

  /** The sort of answer it is, in words. */
  String words();

  /** Where its files are, below the stage's folder; where it has none, the solution's count. */
  String folder();

  /**
   * One that must fail.
   *
   * @param fails the check that it must fail
   * @param hint the hint that it must get
   */
  record Wrong(String id, String fails, String hint, String because) implements TriedAnswer {
    @Override
    public String words() {
      return "wrong answer";
    }

    @Override
    public String folder() {
      return "wrong/" + id;
    }
  }

  /** One that must pass: the solution is not the only way. */
  record Right(String id, String because) implements TriedAnswer {
    @Override
    public String words() {
      return "right answer";
    }

    @Override
    public String folder() {
      return "right/" + id;
    }
  }
}
