/**
 * The application: four routes, and nothing about the mode that serves them.
 *
 * <p>Where a route waits for the feed, its blocking and its non-blocking handler stand side by
 * side. They give the same answers; what differs is what they hold while they wait. Imports only
 * the clients of the feed.
 */
@NullMarked
package server.routes;

import org.jspecify.annotations.NullMarked;
