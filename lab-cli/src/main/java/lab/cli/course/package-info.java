/**
 * The commands of the course: where you are, what is next, predictions, hints, pages to read.
 *
 * <p>Words and exit codes only; what follows from the journal is the business of {@code
 * lab.course}.
 */
@NullMarked
package lab.cli.course;

import org.jspecify.annotations.NullMarked;
