/**
 * One class a kind of check: what is wanted, what was seen, and what follows from it.
 *
 * <p>Counts before clocks, ratios to a control of the same run before anything absolute. Starts
 * nothing and prints nothing.
 */
@NullMarked
package lab.check.judge;

import org.jspecify.annotations.NullMarked;
