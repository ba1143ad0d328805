/**
 * What a learner said about a write-up beside its text: answers, disputes, and what earlier checks
 * came to. One JSON object a line, appended; the instructor reads the same file.
 *
 * <p>Must not know how a write-up is graded, nor decide what an answer is worth.
 */
@NullMarked
package lab.findings.record;

import org.jspecify.annotations.NullMarked;
