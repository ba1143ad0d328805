/**
 * Tries a graded snippet in a JVM of its own and watches it from outside: the feed stub and the
 * counts live here, never in the snippet's reach.
 *
 * <p>Evidence is plain data; nothing here decides whether it is enough.
 */
@NullMarked
package lab.jshell.trial;

import org.jspecify.annotations.NullMarked;
