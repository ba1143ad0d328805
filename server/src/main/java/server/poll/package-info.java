/**
 * Clients of the feed: one poll is one GET, and a poll that failed has failed; nothing here ever
 * repeats one.
 *
 * <p>The JDK's HttpClient is out: it sends a GET again when the connection fails. The blocking
 * client is the codec of Apache HttpCore on a plain socket, which has no such logic. The
 * non-blocking one stands in {@code server.loop}, because it lives on the loop's own selector.
 */
@NullMarked
package server.poll;

import org.jspecify.annotations.NullMarked;
