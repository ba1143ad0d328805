/**
 * What a snippet earned: a pure function of its specification and the evidence.
 *
 * <p>It must not start, read or time anything.
 */
@NullMarked
package lab.jshell.judge;

import org.jspecify.annotations.NullMarked;
