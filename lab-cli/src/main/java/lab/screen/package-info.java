/**
 * The only terminal code: width, colour, tables, live frames, and the plain lines that replace
 * them.
 *
 * <p>Knows nothing of the lab's domain: it paints what it is handed.
 */
@NullMarked
package lab.screen;

import org.jspecify.annotations.NullMarked;
