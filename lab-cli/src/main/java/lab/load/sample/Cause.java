package lab.load.sample;

/** Why a request failed. */
public enum Cause {
  /** Nobody listens on the port. */
  REFUSED,
  /** The server was silent for longer than the read timeout. */
  SILENCE,
  /** The total deadline passed. */
  DEADLINE,
  /** The peer reset the connection. */
  RESET,
  /** The peer closed before it said anything. */
  CLOSED,
  /** A kept-alive connection had been closed while it was idle; not sent again. */
  CLOSED_WHILE_IDLE,
  /** What came is not HTTP. */
  NOT_HTTP,
  /** A chunked body ended without its last chunk. */
  CUT_CHUNKED,
  /** A body ended before its Content-Length. */
  CUT_BY_LENGTH,
  /** A stream ended, whole by its framing, before the plan did. */
  ENDED_EARLY,
  /** The plan ended before a stream's first tick. */
  PLAN_ENDED,
  /** The run was stopped. */
  STOPPED,
  /** The cap on requests in flight refused it. */
  CAP,
  /** The client's machine had no descriptor, port or memory left. */
  RESOURCES,
  /** Something else; the detail has the words. */
  OTHER
}
