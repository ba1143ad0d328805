package lab.course.variation;

/** Which of a learner's incidents a stage is about. */
public enum Incident {
  /** The night that the pager went off. */
  NIGHT("incident"),
  /** The one that capacity is planned for. */
  CAPACITY("capacity");

  private final String label;

  Incident(String label) {
    this.label = label;
  }

  /** The word for it in stage.yaml. */
  public String label() {
    return label;
  }
}
