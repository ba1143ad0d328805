/**
 * The screen of {@code lab shell}: reading with history, completion and documentation, and printing
 * results.
 *
 * <p>It cannot start a stack: whoever opens the shell hands it the functions of the lab.
 */
@NullMarked
package lab.jshell.shell;

import org.jspecify.annotations.NullMarked;
