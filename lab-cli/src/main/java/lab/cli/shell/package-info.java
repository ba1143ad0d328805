/**
 * The command {@code lab shell}, and the stack that stands behind it.
 *
 * <p>It does not know how snippets are evaluated: {@code lab.jshell} does.
 */
@NullMarked
package lab.cli.shell;

import org.jspecify.annotations.NullMarked;
