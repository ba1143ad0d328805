/**
 * Advice on connections, limits and caches.
 *
 * <p>Each rule stands alone; facts of the lab come with the site.
 */
@NullMarked
package lab.lint.advice.capacity;

import org.jspecify.annotations.NullMarked;
