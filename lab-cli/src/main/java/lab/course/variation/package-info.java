/**
 * The numbers of a learner's incident: from a name to rates, delays and sizes, and from there into
 * every text.
 *
 * <p>The same name gives the same numbers on every machine, so that an instructor can derive them
 * again. Knows neither stages nor files.
 */
@NullMarked
package lab.course.variation;

import org.jspecify.annotations.NullMarked;
