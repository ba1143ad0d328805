/**
 * The course as data and the learner's way through it: stages, numbers, journal, files, hints.
 *
 * <p>Below it: {@code yaml} (files read with their lines), {@code variation} (the numbers of a
 * learner's incident), {@code stage} (what {@code stage.yaml} says), {@code journal} (what
 * happened, and the progress that follows from it), {@code files} (owned files, starters,
 * snapshots), {@code hint} (which hint fits what was observed). It judges nothing and starts
 * nothing: {@code lab.verify} does; and it does not know a terminal.
 */
@NullMarked
package lab.course;

import org.jspecify.annotations.NullMarked;
