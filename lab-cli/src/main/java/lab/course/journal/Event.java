package lab.course.journal;

import java.util.List;
import java.util.Optional;
import lab.check.Verdict;

/** Something that happened. Stages are named by their number. */
public sealed interface Event {
  /** The learner named themselves, and so got numbers of their own. */
  record Named(String learner, String salt) implements Event {}

  /** A stage was begun. */
  record Begun(String stage) implements Event {}

  /** The learner's place is now this stage. */
  record Moved(String stage) implements Event {}

  /** A prediction was locked. */
  record Predicted(String stage, String id, String value) implements Event {}

  /**
   * Traffic was replayed.
   *
   * @param upstream the one that all locations went to, or {@code as-is}
   * @param blockingFeed whether async ran the blocking handler on its event loop; empty in journals
   *     of a lab that did not say so
   * @param complete false when it was cut short
   */
  record Ran(
      String run,
      String scenario,
      String upstream,
      Optional<Boolean> blockingFeed,
      boolean complete)
      implements Event {}

  /**
   * A stage was verified.
   *
   * @param run the folder of the evidence; empty where none was needed
   * @param results of every check of the stage
   * @param passed whether that passes the stage
   * @param toBeRead whether a person has to read it yet
   */
  record Verified(
      String stage, Optional<String> run, List<Result> results, boolean passed, boolean toBeRead)
      implements Event {
    public Verified {
      results = List.copyOf(results);
    }
  }

  /**
   * Some checks of a stage were judged: what they show helps with hints, and passes nothing.
   *
   * @param results of the checks that were judged
   */
  record Checked(String stage, List<Result> results) implements Event {
    public Checked {
      results = List.copyOf(results);
    }
  }

  /**
   * What became of one check.
   *
   * @param signs what was recognised, for hints
   */
  record Result(String check, Verdict verdict, List<String> signs) {
    public Result {
      signs = List.copyOf(signs);
    }

    /** Whether it was judged at all. */
    public boolean judged() {
      return verdict != Verdict.SKIPPED;
    }
  }

  /** A hint was shown. */
  record Hinted(String stage, String hint, int level) implements Event {}

  /**
   * The learner jumped to a stage.
   *
   * @param assisted the stages whose reference answers were installed for that
   */
  record Went(String stage, List<String> assisted) implements Event {
    public Went {
      assisted = List.copyOf(assisted);
    }
  }

  /**
   * Files were kept before something was done to them.
   *
   * @param why the act, such as {@code reset 08}
   */
  record Kept(String snapshot, List<String> files, String why) implements Event {
    public Kept {
      files = List.copyOf(files);
    }
  }

  /**
   * Files were kept before an act is taken back.
   *
   * @param snapshot of how they were before that
   * @param act the snapshot of the act
   */
  record Undoing(String snapshot, List<String> files, String act) implements Event {
    public Undoing {
      files = List.copyOf(files);
    }
  }

  /** The files of an act's snapshot were put back: the act is taken back. */
  record Undone(String snapshot) implements Event {}

  /** The learner says that a verdict is wrong. */
  record Disputed(String stage, String check, String text) implements Event {}

  /** The journal of another machine was put in the place of this one. */
  record Imported(int events) implements Event {}

  /** Written by another version of the lab; kept, and otherwise left alone. */
  record Unknown(String name) implements Event {}
}
