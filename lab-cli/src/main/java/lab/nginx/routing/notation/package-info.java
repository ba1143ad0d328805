/**
 * How request lines, targets, Host lines, addresses, escapes and URLs are written, and what nginx
 * reads out of them.
 *
 * <p>Functions of text: the same text reads the same, whatever the configuration and whatever came
 * before. Knows nothing of either.
 */
@NullMarked
package lab.nginx.routing.notation;

import org.jspecify.annotations.NullMarked;
