/**
 * The commands that start, show and end the stack: up, status, down, logs, doctor.
 *
 * <p>Words and exit codes only; processes are the business of {@code lab.stack}.
 */
@NullMarked
package lab.cli.stack;

import org.jspecify.annotations.NullMarked;
