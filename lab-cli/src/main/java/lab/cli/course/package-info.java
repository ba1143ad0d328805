/**
 * The commands of the course: where you are, what is next, hints, files and what happened.
 *
 * <p>Words and exit codes only; what follows from the journal is the business of {@code
 * lab.course}.
 */
@NullMarked
package lab.cli.course;

import org.jspecify.annotations.NullMarked;
