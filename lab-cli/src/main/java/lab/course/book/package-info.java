/**
 * WORKBOOK.md kept in step with the stages' READMEs, and the learner's numbers in both.
 *
 * <p>Works on text alone: it does not know what a stage checks.
 */
@NullMarked
package lab.course.book;

import org.jspecify.annotations.NullMarked;
