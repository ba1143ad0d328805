/**
 * The text of a configuration and the tree read from it, over bytes, as nginx's own lexer reads it.
 *
 * <p>Every node knows the bytes that it came from, so that an edit can replace just those and leave
 * the rest as it was typed. Words are bytes decoded as ISO-8859-1 (one {@code char} a byte),
 * because nginx compares bytes.
 */
@NullMarked
package lab.nginx.syntax;

import org.jspecify.annotations.NullMarked;
