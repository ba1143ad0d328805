/**
 * What a check claims, what was observed, and what follows: specifications x evidence -> verdicts,
 * as pure functions.
 *
 * <p>Below it, each knowing only those before it: {@code spec} (what a stage asks for), {@code
 * evidence} (what was observed, as plain data), {@code judge} (one class a kind of check). Starts
 * nothing, reads no clock and no file, and prints nothing: the same evidence always gets the same
 * verdict.
 */
@NullMarked
package lab.check;

import org.jspecify.annotations.NullMarked;
