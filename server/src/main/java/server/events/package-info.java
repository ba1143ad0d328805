/**
 * The event channel: what a program tells about its requests, workers and gauges, over a Unix
 * domain socket that neither nginx nor a busy handler can block.
 *
 * <p>One JSON object a line, {@code "at"} in microseconds since the epoch. An event is written, or
 * queued when the reader is behind, before {@code emit} returns; nothing here ever waits for the
 * reader. When the queue is full, gauges go first, and what was dropped is counted. Knows nothing
 * of HTTP or Jetty. JSON is written with Jackson's streaming core alone, because the data binding
 * would add a good part of a second to the start of every worker.
 */
@NullMarked
package server.events;

import org.jspecify.annotations.NullMarked;
