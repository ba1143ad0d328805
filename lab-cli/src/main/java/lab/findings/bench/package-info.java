/**
 * Measures the grader against write-ups that people labelled.
 *
 * <p>Must not influence a grade.
 */
@NullMarked
package lab.findings.bench;

import org.jspecify.annotations.NullMarked;
