/**
 * An event loop: one thread that selects, and on which everything else runs too.
 *
 * <p>Jetty's selector thread <em>is</em> the loop. Jetty's executor, handed in as its thread pool,
 * queues every task for that same thread, and its timers do likewise; so handlers, callbacks of
 * writes and timeouts run there one after the other. The feed's client registers its sockets at the
 * same selector, so its callbacks run there too. Jetty's own HttpClient was the other choice: it
 * brings a selector and a thread of its own, from which each answer would have to hop over, and
 * some 10 KB a connection. What we need is one GET at a time on a kept connection, and the codec
 * (Jetty's {@code HttpParser}) is there anyway. A request that failed is never sent again.
 *
 * <p>Knows nothing of routes.
 */
@NullMarked
package server.loop;

import org.jspecify.annotations.NullMarked;
