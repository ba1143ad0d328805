/**
 * What happened, in order and for good, and the progress that follows from it.
 *
 * <p>{@code .lab/journal.ndjson} is the truth: an act counts once its line is on the disk, and is
 * reported only then. {@code .lab/state.json} is a cache of it for prompts and editors, which the
 * lab never needs. We replay lines rather than keep a database, because a person can read and
 * repair them.
 */
@NullMarked
package lab.course.journal;

import org.jspecify.annotations.NullMarked;
