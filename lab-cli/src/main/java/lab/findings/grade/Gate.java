package lab.findings.grade;

/** Why a whole write-up is not graded as it stands, each with what to tell its author. */
public enum Gate {
  EMPTY("There is nothing to grade yet. Write under the headings, then check again.", false),
  TEMPLATE("Most of this is the task's own text. Replace it by what you found.", false),
  COPIED("Much of this is the rubric's or the feedback's own text; it earns nothing.", false),
  NOT_ENGLISH("This does not read as English; a person has to grade it.", true),
  SALAD("The words do not form sentences. Write what happens, sentence by sentence.", false),
  TERMS("These are lists of terms. Say what each of them does to whom.", false),
  NEGATED("Nearly every sentence denies something; a person should read what is meant.", true),
  DOUBLED("Every auxiliary is negated twice over; this says nothing.", false),
  PICTURE("This is told as a picture; a person should judge how well it maps.", true),
  IRONY("Some of this may be meant the other way round; a person should read it.", true);

  private final String message;
  private final boolean person;

  Gate(String message, boolean person) {
    this.message = message;
    this.person = person;
  }

  public String message() {
    return message;
  }

  /** Whether the text may well be good, in a form that only a person can read. */
  boolean hidesMeaning() {
    return this == NOT_ENGLISH || this == PICTURE || this == IRONY;
  }

  /** Whether a person has to decide instead. */
  public boolean needsPerson() {
    return person;
  }
}
