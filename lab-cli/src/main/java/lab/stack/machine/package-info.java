/**
 * What this machine can carry: its ports and who holds them, its limits, its load, its clocks.
 *
 * <p>Facts are read from {@code /proc} where there is one; what a platform does not tell is said to
 * be not available, never guessed.
 */
@NullMarked
package lab.stack.machine;

import org.jspecify.annotations.NullMarked;
