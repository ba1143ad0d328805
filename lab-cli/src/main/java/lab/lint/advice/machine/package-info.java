/**
 * Advice on what this machine and this nginx allow.
 *
 * <p>Each rule stands alone; what the machine allows is asked of the site's context.
 */
@NullMarked
package lab.lint.advice.machine;

import org.jspecify.annotations.NullMarked;
