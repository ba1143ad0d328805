/**
 * The modes that are one process each: which threads run the handlers, and which handlers.
 *
 * <p>One class a mode, so that two of them can be compared on one screen. The preforked mode has a
 * package of its own.
 */
@NullMarked
package server.modes;

import org.jspecify.annotations.NullMarked;
