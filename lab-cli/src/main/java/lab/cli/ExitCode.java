package lab.cli;

/** What a command's exit tells the shell. */
public enum ExitCode {
  DONE(0),
  NOT_YET(1),
  USAGE(2),
  INCONCLUSIVE(3),
  ENVIRONMENT(4),
  LOCKED(5),
  ALTERED(6),
  BUG(70),
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
