/**
 * The processes of one stack: feed, modes and nginx, under a supervisor in its own process session.
 *
 * <p>The only package (with jshell and grade) that starts processes. Knows ports and command lines,
 * not what nginx.conf means.
 */
@NullMarked
package lab.stack;

import org.jspecify.annotations.NullMarked;
