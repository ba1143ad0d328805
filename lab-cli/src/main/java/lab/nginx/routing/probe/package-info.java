/**
 * A copy of a configuration in which nginx itself reports which server and location served each
 * request.
 *
 * <p>Knows nothing of who runs it.
 */
@NullMarked
package lab.nginx.routing.probe;

import org.jspecify.annotations.NullMarked;
