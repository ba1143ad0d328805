/**
 * What {@code stage.yaml} says, as data, and the reader that finds every fault in it.
 *
 * <p>A stage needs no Java: checks are {@code lab.check} specifications with parameters. Knows
 * nothing of progress and of what judges a check.
 */
@NullMarked
package lab.course.stage;

import org.jspecify.annotations.NullMarked;
