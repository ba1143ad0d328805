/**
 * A graded snippet as data: what its file must define, what the lab does with it, and what was seen
 * of it from outside.
 *
 * <p>Nothing here runs a snippet ({@code lab.jshell.trial} does) or decides whether what was seen
 * is enough ({@code lab.jshell.judge} does).
 */
@NullMarked
package lab.jshell.snippet;

import org.jspecify.annotations.NullMarked;
