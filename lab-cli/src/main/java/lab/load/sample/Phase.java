package lab.load.sample;

/** How far a request had come when it failed. */
public enum Phase {
  /** Waiting for the TCP handshake, or for leave to begin it. */
  CONNECT,
  /** Writing the request. */
  SEND,
  /** Waiting for the status line and the headers. */
  HEAD,
  /** Reading the body. */
  BODY
}
