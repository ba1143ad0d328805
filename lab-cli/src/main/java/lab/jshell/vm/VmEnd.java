package lab.jshell.vm;

/** How a learner's JVM ended. */
public sealed interface VmEnd {
  /** It ended itself, or was ended by somebody else. */
  record Exited(int code) implements VmEnd {}

  /** Its memory was not enough. */
  record OutOfMemory(int heapMegabytes) implements VmEnd {}

  /** It had too many threads. */
  record TooManyThreads(int most) implements VmEnd {}

  /** It said what is no message, or far too much. */
  record Misspoke(String why) implements VmEnd {}

  /** The lab ended it, for a reason that the lab knows. */
  record Closed() implements VmEnd {}

  /** The end in words, as a clause about the snippet. */
  default String words() {
    return switch (this) {
      case Exited(var code) -> "it ended its JVM (exit code " + code + ")";
      case OutOfMemory(var megabytes) ->
          "it used more memory than the %d MB that it may".formatted(megabytes);
      case TooManyThreads(var most) ->
          "it had more than the %d threads that it may".formatted(most);
      case Misspoke(var why) -> "it wrote on the lab's own line: " + why;
      case Closed() -> "the lab ended it";
    };
  }
}
