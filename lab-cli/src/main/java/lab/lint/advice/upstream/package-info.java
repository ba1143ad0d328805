/**
 * Advice on upstreams and their peers.
 *
 * <p>Each rule stands alone; facts of the lab come with the site.
 */
@NullMarked
package lab.lint.advice.upstream;

import org.jspecify.annotations.NullMarked;
