package lab.load.sample;

/** What became of a request, as the table of a run counts it. */
public enum Outcome {
  /** A whole 2xx answer, or a stream that ticked and lived until the plan ended. */
  OK,
  /** 502: the upstream refused, closed, or none is live. */
  BAD_GATEWAY,
  /** 504: the upstream did not answer in time. */
  GATEWAY_TIMEOUT,
  /** Any other status, or bytes that are not HTTP. */
  OTHER,
  /** No connection: nobody listens. */
  REFUSED,
  /** The connection ended before the answer did, or a stream ended before the plan did. */
  CUT,
  /** The client gave up waiting. */
  TIMED_OUT,
  /** Our own limits kept it back: the cap in flight, or no descriptor or port was left. */
  NOT_SENT,
  /** We were told to stop while it was in flight; says nothing about the server. */
  STOPPED;

  /** Whether the bytes were due to leave: everything but {@link #NOT_SENT}. */
  public boolean wasSent() {
    return this != NOT_SENT;
  }

  /** Whether an answer with a status came: a departure that throughput counts. */
  public boolean isAnswer() {
    return switch (this) {
      case OK, BAD_GATEWAY, GATEWAY_TIMEOUT, OTHER -> true;
      case REFUSED, CUT, TIMED_OUT, NOT_SENT, STOPPED -> false;
    };
  }

  /** Whether a client waited and no answer came, for how much longer is not known. */
  public boolean isWaitInVain() {
    return this == TIMED_OUT || this == CUT;
  }

  /**
   * The outcome of an answer that came whole.
   *
   * @param status 100-599
   */
  public static Outcome ofStatus(int status) {
    return switch (status) {
      case 502 -> BAD_GATEWAY;
      case 504 -> GATEWAY_TIMEOUT;
      default -> status >= 200 && status < 300 ? OK : OTHER;
    };
  }
}
