/**
 * The tree that a configuration is read into, and the text it stands in, over bytes.
 *
 * <p>Every node knows the bytes that it came from, so that an edit can replace just those and leave
 * the rest as it was typed. Words are bytes decoded as ISO-8859-1 (one {@code char} a byte),
 * because nginx compares bytes. Data only: {@code parse} reads one text into it, {@code closure}
 * follows the includes from there. Knows neither.
 */
@NullMarked
package lab.nginx.syntax;

import org.jspecify.annotations.NullMarked;
