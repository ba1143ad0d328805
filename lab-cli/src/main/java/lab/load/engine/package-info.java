/**
 * Replays a plan over real sockets: one pacer thread, one virtual thread a request, every wait
 * recorded, nothing retried.
 *
 * <p>A plain socket and the HttpCore parser stand where an HTTP client could: a client hides in
 * which phase a request failed, and some send a failed request twice. Knows nothing of summaries.
 */
@NullMarked
package lab.load.engine;

import org.jspecify.annotations.NullMarked;
