/**
 * A whole configuration: the main file with all that it includes, as nginx finds it.
 *
 * <p>Reads files through {@link lab.nginx.syntax.closure.ConfigFiles} only, so that a stranger's
 * includes can be confined. Knows nothing of what a statement means.
 */
@NullMarked
package lab.nginx.syntax.closure;

import org.jspecify.annotations.NullMarked;
