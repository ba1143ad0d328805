/**
 * A configuration seen by block, with what each block inherits, beside the facts of the lab.
 *
 * <p>Knows no rule.
 */
@NullMarked
package lab.lint.site;

import org.jspecify.annotations.NullMarked;
