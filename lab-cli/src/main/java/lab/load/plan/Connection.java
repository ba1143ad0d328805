package lab.load.plan;

/** Where the requests of a lane get their TCP connection from. */
public enum Connection {
  /** Each request opens its own: only new connections fill a backlog. */
  NEW,
  /** An idle connection of the lane is used again, the last one put back first; else a new one. */
  KEEP_ALIVE
}
