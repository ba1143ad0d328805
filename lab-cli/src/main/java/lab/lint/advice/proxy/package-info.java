/**
 * Advice on what is passed to the application, and how.
 *
 * <p>Each rule stands alone; facts of the lab come with the site.
 */
@NullMarked
package lab.lint.advice.proxy;

import org.jspecify.annotations.NullMarked;
