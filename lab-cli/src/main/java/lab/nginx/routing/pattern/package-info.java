/**
 * nginx's regular expressions over bytes, with PCRE's meaning and a bound on the work.
 *
 * <p>An expression is translated to Java's own where both mean the same, and refused with {@link
 * lab.nginx.routing.doubt.CannotTell} where they differ: a translation needs no matcher of ours to
 * be trusted. Knows nothing of the configuration.
 */
@NullMarked
package lab.nginx.routing.pattern;

import org.jspecify.annotations.NullMarked;
