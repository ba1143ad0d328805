/**
 * Why nginx refuses how variables are written or which ones are used.
 *
 * <p>Knows no rule outside, and not how an answer is shown.
 */
@NullMarked
package lab.lint.mistake.variable;

import org.jspecify.annotations.NullMarked;
