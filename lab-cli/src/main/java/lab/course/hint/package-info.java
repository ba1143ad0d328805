/**
 * Which hint fits: chosen from what was observed, one level at a time.
 *
 * <p>A pure function of a stage, of the latest results and of the hints that were shown. Hints cost
 * nothing; that they were used is put on record elsewhere.
 */
@NullMarked
package lab.course.hint;

import org.jspecify.annotations.NullMarked;
