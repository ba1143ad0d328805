package lab.stack.events;

import java.util.OptionalLong;

/** One line of the event channel. */
public sealed interface ProgramEvent {
  /** When and from whom. */
  Origin origin();

  /**
   * Where an event comes from.
   *
   * @param atMicros when, in epoch microseconds, by the clock of the program
   * @param program mode, or feed
   * @param role arbiter, worker, server or feed
   * @param pid the process that reports
   */
  record Origin(long atMicros, String program, String role, long pid) {}

  /** A process began to report. */
  record Hello(Origin origin) implements ProgramEvent {}

  /**
   * A slot is taken; written before the handler runs.
   *
   * @param slot worker, pool thread, or the lowest free number where a mode has no fixed slots
   * @param request nonce of the request; empty when it came without
   * @param route path of the request
   */
  record Begun(Origin origin, String slot, String request, String route) implements ProgramEvent {}

  /**
   * A slot is free again.
   *
   * @param outcome ok, left (the client did) or failed
   * @param serviceMicros service time, microseconds
   */
  record Ended(
      Origin origin, String slot, String request, int status, String outcome, long serviceMicros)
      implements ProgramEvent {}

  /**
   * A line of a stream was handed to the connection.
   *
   * @param number from 1
   */
  record Tick(Origin origin, String slot, String request, long number) implements ProgramEvent {}

  /**
   * The life of a worker, told by its arbiter.
   *
   * @param step started, ready, killed or exited
   */
  record Worker(Origin origin, String step, String slot, long worker, String reason)
      implements ProgramEvent {}

  /**
   * The state of one process; what the platform lacks is empty.
   *
   * @param inFlight requests being served
   * @param queued requests accepted that wait for a slot
   * @param backlog connections not yet accepted
   * @param cpuMicros processor time so far, microseconds
   * @param rssBytes resident memory
   * @param threads of the operating system
   * @param dropped events lost by a full channel so far
   */
  record Gauge(
      Origin origin,
      OptionalLong inFlight,
      OptionalLong queued,
      OptionalLong backlog,
      OptionalLong cpuMicros,
      OptionalLong rssBytes,
      OptionalLong threads,
      long dropped)
      implements ProgramEvent {}
}
