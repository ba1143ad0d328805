/**
 * Single words that nginx does not read as they are written: addresses, parameters, zones, rows.
 *
 * <p>Each rule stands alone; none starts nginx, which decides where they only surmise.
 */
@NullMarked
package lab.lint.mistake.argument;

import org.jspecify.annotations.NullMarked;
