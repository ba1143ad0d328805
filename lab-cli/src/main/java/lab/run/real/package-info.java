/**
 * The real nginx's own answer to where a request goes, beside the static one.
 *
 * <p>Wires the instrumented copy, a trial nginx and echo upstreams together.
 */
@NullMarked
package lab.run.real;

import org.jspecify.annotations.NullMarked;
