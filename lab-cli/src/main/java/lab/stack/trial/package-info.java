/**
 * A real nginx that is asked a few requests, with small real upstreams behind it.
 *
 * <p>Everything is on loopback and ends with its owner. Knows nothing of what a configuration
 * means.
 */
@NullMarked
package lab.stack.trial;

import org.jspecify.annotations.NullMarked;
