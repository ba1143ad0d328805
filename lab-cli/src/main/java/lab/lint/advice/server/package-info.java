/**
 * Advice on servers, headers, files and logs.
 *
 * <p>Each rule stands alone; facts of the lab come with the site.
 */
@NullMarked
package lab.lint.advice.server;

import org.jspecify.annotations.NullMarked;
