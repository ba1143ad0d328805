/**
 * Reads one text into statements as nginx's own lexer and parser read it, listing every fault.
 *
 * <p>The stack is its own, and every size has a limit. Knows nothing of files: an {@code include}
 * is a statement like any other here.
 */
@NullMarked
package lab.nginx.syntax.parse;

import org.jspecify.annotations.NullMarked;
