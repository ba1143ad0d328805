/**
 * The commands about write-ups: {@code lab findings} and what is below it.
 *
 * <p>Words and exit codes only; what a write-up earns is the business of {@code lab.findings}.
 */
@NullMarked
package lab.cli.writeup;

import org.jspecify.annotations.NullMarked;
