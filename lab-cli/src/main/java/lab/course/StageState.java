package lab.course;

/** Where a stage stands for a learner. */
public enum StageState {
  LOCKED("locked"),
  OPEN("open"),
  BEGUN("in progress"),
  PASSED("done"),
  ASSISTED("assisted"),
  TO_BE_READ("to be read"),
  REOPENED("open again");

  private final String words;

  StageState(String words) {
    this.words = words;
  }

  /** As a person reads it. */
  public String words() {
    return words;
  }

  /** Whether the learner may go on from it. */
  public boolean done() {
    return this == PASSED || this == ASSISTED || this == TO_BE_READ;
  }
}
