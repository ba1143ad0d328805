/**
 * What {@code lab nginx explain} prints: JSON for programs, an itinerary for people.
 *
 * <p>Pure functions of an explanation; nothing here asks nginx.
 */
@NullMarked
package lab.cli.explain;

import org.jspecify.annotations.NullMarked;
