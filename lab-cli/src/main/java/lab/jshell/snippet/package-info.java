/**
 * A graded snippet: what its file must define, what the lab does with it, and what was seen of it
 * from outside.
 *
 * <p>Evidence is plain data. Nothing here decides whether it is enough: {@code lab.jshell.judge}
 * does.
 */
@NullMarked
package lab.jshell.snippet;

import org.jspecify.annotations.NullMarked;
