/**
 * Mistakes for which nginx refuses a file, placed where the person must edit.
 *
 * <p>Each rule stands alone; none starts nginx.
 */
@NullMarked
package lab.lint.mistake;

import org.jspecify.annotations.NullMarked;
