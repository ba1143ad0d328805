package server.events;

import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/** Something that a program reports. */
public sealed interface Event {
  /** The value of {@code "event"}. */
  String name();

  /** Writes the fields after {@code at} and {@code event}. */
  void write(JsonGenerator json);

  /**
   * The first line of every connection.
   *
   * @param program mode, or feed
   * @param role arbiter, worker, server or feed
   * @param pid process that speaks
   * @param run nonce of the run; empty for none
   */
  record Hello(String program, String role, long pid, String run) implements Event {
    @Override
    public String name() {
      return "hello";
    }

    @Override
    public void write(JsonGenerator json) {
      json.writeStringProperty("program", program);
      json.writeStringProperty("role", role);
      json.writeNumberProperty("pid", pid);
      json.writeStringProperty("run", run);
    }
  }

  /**
   * A slot is taken; reported before the handler runs.
   *
   * @param slot worker, pool thread, or lowest free number
   * @param request nonce of the request; empty for none
   * @param method of the request
   * @param route path of the request
   */
  record Begun(String slot, String request, String method, String route) implements Event {
    @Override
    public String name() {
      return "begun";
    }

    @Override
    public void write(JsonGenerator json) {
      json.writeStringProperty("slot", slot);
      json.writeStringProperty("request", request);
      json.writeStringProperty("method", method);
      json.writeStringProperty("route", route);
    }
  }

  /**
   * A slot is free again.
   *
   * @param slot as in {@link Begun}
   * @param request as in {@link Begun}
   * @param status of the answer
   * @param outcome how it ended
   * @param serviceMicros service time, microseconds
   */
  record Ended(String slot, String request, int status, Outcome outcome, long serviceMicros)
      implements Event {
    @Override
    public String name() {
      return "ended";
    }

    @Override
    public void write(JsonGenerator json) {
      json.writeStringProperty("slot", slot);
      json.writeStringProperty("request", request);
      json.writeNumberProperty("status", status);
      json.writeStringProperty("outcome", outcome.word());
      json.writeNumberProperty("service_micros", serviceMicros);
    }
  }

  /**
   * A line of a stream was handed to the connection.
   *
   * @param slot as in {@link Begun}
   * @param request as in {@link Begun}
   * @param n from 1
   */
  record Tick(String slot, String request, long n) implements Event {
    @Override
    public String name() {
      return "tick";
    }

    @Override
    public void write(JsonGenerator json) {
      json.writeStringProperty("slot", slot);
      json.writeStringProperty("request", request);
      json.writeNumberProperty("n", n);
    }
  }

  /**
   * The life of a worker, told by its arbiter.
   *
   * @param step what happened
   * @param slot number of the worker
   * @param pid its process
   * @param reason why, in words; empty for none
   */
  record Worker(Step step, String slot, long pid, String reason) implements Event {
    /** What happened to a worker. */
    public enum Step {
      STARTED,
      READY,
      KILLED,
      EXITED
    }

    @Override
    public String name() {
      return switch (step) {
        case STARTED -> "worker_started";
        case READY -> "worker_ready";
        case KILLED -> "worker_killed";
        case EXITED -> "worker_exited";
      };
    }

    @Override
    public void write(JsonGenerator json) {
      json.writeStringProperty("slot", slot);
      json.writeNumberProperty("pid", pid);
      json.writeStringProperty("reason", reason);
    }
  }

  /**
   * The state of one process; what the platform lacks is {@code null} in the line.
   *
   * @param inFlight requests being served
   * @param queued requests accepted but waiting for a slot
   * @param backlog connections not yet accepted
   * @param cpuMicros processor time so far, microseconds
   * @param rssBytes resident memory
   * @param threads of the operating system
   * @param dropped events that the full channel lost so far
   */
  record Gauge(
      OptionalLong inFlight,
      OptionalLong queued,
      OptionalLong backlog,
      OptionalLong cpuMicros,
      OptionalLong rssBytes,
      OptionalLong threads,
      long dropped)
      implements Event {
    @Override
    public String name() {
      return "gauge";
    }

    @Override
    public void write(JsonGenerator json) {
      number(json, "in_flight", inFlight);
      number(json, "queued", queued);
      number(json, "backlog", backlog);
      number(json, "cpu_micros", cpuMicros);
      number(json, "rss_bytes", rssBytes);
      number(json, "threads", threads);
      json.writeNumberProperty("dropped", dropped);
    }

    private static void number(JsonGenerator json, String name, OptionalLong value) {
      if (value.isPresent()) {
        json.writeNumberProperty(name, value.getAsLong());
      } else {
        json.writeNullProperty(name);
      }
    }
  }
}
