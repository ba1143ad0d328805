/**
 * From readings to grades: gates, levels, contradictions, misconceptions, what a person should see.
 *
 * <p>Must not know terminals, exit codes or where runs and rubrics are kept.
 */
@NullMarked
package lab.findings.grade;

import org.jspecify.annotations.NullMarked;
