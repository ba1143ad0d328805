package lab.jshell.trial;

import lab.jshell.session.Evaluated;
import lab.jshell.snippet.SnippetEvidence.Ending;
import lab.jshell.vm.VmEnd;

/** Ends of an evaluation as endings of a run. */
final class Endings {
  private Endings() {}

  /**
   * The ending that an evaluation came to.
   *
   * @param where what ran, in the learner's words
   */
  static Ending of(Evaluated evaluated, String where) {
    return switch (evaluated) {
      case Evaluated.Gone(var end) -> new Ending(kind(end), where + ": " + end.words());
      case Evaluated.TooLong _ ->
          new Ending(Ending.Kind.TOO_LONG, where + " did not return, and was stopped");
      case Evaluated.Stopped() -> new Ending(Ending.Kind.TOO_LONG, where + " was stopped");
      case Evaluated.Threw threw ->
          new Ending(Ending.Kind.THREW, where + " threw " + thrown(threw));
      case Evaluated.OutOfBounds(var what) ->
          new Ending(Ending.Kind.TOO_MUCH, where + " names " + what);
      case Evaluated.Rejected _ -> new Ending(Ending.Kind.THREW, where + " was not accepted");
      case Evaluated.Accepted _ -> throw new IllegalArgumentException("that is no ending");
    };
  }

  private static Ending.Kind kind(VmEnd end) {
    return switch (end) {
      case VmEnd.OutOfMemory _ -> Ending.Kind.OUT_OF_MEMORY;
      case VmEnd.TooManyThreads _ -> Ending.Kind.TOO_MANY_THREADS;
      case VmEnd.Misspoke _ -> Ending.Kind.TOO_MUCH;
      case VmEnd.Exited _, VmEnd.Closed _ -> Ending.Kind.EXITED;
    };
  }

  /** What was thrown, with its message and line. */
  static String thrown(Evaluated.Threw threw) {
    var name = threw.exception().substring(threw.exception().lastIndexOf('.') + 1);
    return name
        + (threw.message().isEmpty() ? "" : ": " + threw.message())
        + threw.frames().stream().findFirst().map(frame -> ", at " + frame).orElse("");
  }
}
