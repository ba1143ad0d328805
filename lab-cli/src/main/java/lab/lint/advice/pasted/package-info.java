/**
 * The rules on pasted letters that nginx takes for part of a value: it accepts the file, and does
 * something else than what it looks like.
 *
 * <p>Knows words and their raw bytes; knows nothing of what a directive does.
 */
@NullMarked
package lab.lint.advice.pasted;

import org.jspecify.annotations.NullMarked;
