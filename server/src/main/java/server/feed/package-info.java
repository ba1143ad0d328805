/**
 * The feed: the slow external service, and the faults that can be switched on in it.
 *
 * <p>Built on Jetty's core without Javalin: a poll that waits is a timer and a callback, so that
 * thousands of them need little memory and no thread. Knows nothing of the application.
 */
@NullMarked
package server.feed;

import org.jspecify.annotations.NullMarked;
