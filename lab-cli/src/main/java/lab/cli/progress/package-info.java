/**
 * The commands that change where a learner is, or their files: goto, reset, undo, init, state, and
 * the comparison with the reference.
 *
 * <p>Whatever replaces a file keeps it first; how, is the business of {@code lab.course.files}.
 */
@NullMarked
package lab.cli.progress;

import org.jspecify.annotations.NullMarked;
