/**
 * Arguments that nginx refuses for what they mean: ports, targets, names, regexes, conditions.
 *
 * <p>Each rule stands alone; none starts nginx.
 */
@NullMarked
package lab.lint.mistake.meaning;

import org.jspecify.annotations.NullMarked;
