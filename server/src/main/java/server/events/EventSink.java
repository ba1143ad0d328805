package server.events;

/** Where a program reports its events; takes them from any thread and never waits. */
public interface EventSink extends AutoCloseable {
  /** Takes the event, or drops and counts it. */
  void emit(Event event);

  /** Events lost so far, gauges included. */
  long dropped();

  @Override
  void close();

  /** A sink for programs that nobody watches. */
  static EventSink unwatched() {
    return new EventSink() {
      @Override
      public void emit(Event event) {}

      @Override
      public long dropped() {
        return 0;
      }

      @Override
      public void close() {}
    };
  }
}
