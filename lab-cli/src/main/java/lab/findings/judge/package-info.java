/**
 * What a grade means for a stage: which points are certain, which a person has still to give, and
 * whether that is enough.
 *
 * <p>A pure function of the write-up, the runs and what the learner added; it must not know files,
 * terminals or exit codes. It stands apart from {@code grade} because the same grade is shown whole
 * by {@code lab findings check} and judged by its third by a stage.
 */
@NullMarked
package lab.findings.judge;

import org.jspecify.annotations.NullMarked;
