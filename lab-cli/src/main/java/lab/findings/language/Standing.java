package lab.findings.language;

/** What an author does with a sentence; only some of it earns credit. */
public enum Standing {
  /** Said to be so. */
  ASSERTED,
  /** Said of a world that is not this one; counts for what it implies, never as a belief held. */
  SUPPOSED,
  /** Asked. */
  ASKED,
  /** Said not to be so. */
  DENIED,
  /** Said to be somebody's opinion. */
  REPORTED,
  /** Talk about the text itself, or task text that asks instead of telling. */
  META,
  /** Addressed to whoever grades. */
  INSTRUCTION,
  /** A list of terms without a statement. */
  LISTED,
  /** Equal to text that the lab itself ships. */
  COPIED;

  /** Whether what is said in this standing can earn credit. */
  public boolean counts() {
    return this == ASSERTED || this == SUPPOSED;
  }
}
