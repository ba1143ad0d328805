/**
 * Directives that nginx does not know, or not here, not so, or not twice.
 *
 * <p>Each rule reads nginx's table of directives; none starts nginx.
 */
@NullMarked
package lab.lint.mistake.grammar;

import org.jspecify.annotations.NullMarked;
