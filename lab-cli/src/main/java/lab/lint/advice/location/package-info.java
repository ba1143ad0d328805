/**
 * Advice on which location takes a request, and what it does with it.
 *
 * <p>Each rule stands alone; facts of the lab come with the site.
 */
@NullMarked
package lab.lint.advice.location;

import org.jspecify.annotations.NullMarked;
