/**
 * What the programs of a stack report of themselves on a channel that neither nginx nor a busy
 * worker can block.
 *
 * <p>Knows the lines of that channel, not who reads them or what a verdict is.
 */
@NullMarked
package lab.stack.events;

import org.jspecify.annotations.NullMarked;
