/**
 * JShell for the learner: the interactive shell and the graded snippets, both in a JVM of their
 * own.
 *
 * <p>{@code child}, {@code kit} and {@code bench} are all that the learner's JVM gets to see;
 * {@code vm} starts and fences it; {@code session} evaluates in it; {@code snippet} observes a
 * graded file from outside, {@code judge} turns what was observed into outcomes, and {@code shell}
 * is the screen of {@code lab shell}. It must not know stages, runs or commands: {@code lab.cli}
 * wires it.
 */
@NullMarked
package lab.jshell;

import org.jspecify.annotations.NullMarked;
