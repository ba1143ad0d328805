/**
 * Which peer of an upstream group gets the next request, with nginx's own arithmetic; and what else
 * one request leaves behind for the next, in caches and limits.
 *
 * <p>The state moves on from request to request, as in one worker of a fresh nginx. Knows nothing
 * of requests but the client's address and the hash key.
 */
@NullMarked
package lab.nginx.routing.balance;

import org.jspecify.annotations.NullMarked;
