/**
 * English as far as a matcher needs it: tokens, stems, one-letter slips, negation, and whether a
 * sentence asserts what it says.
 *
 * <p>Must not know workers, routes or criteria.
 */
@NullMarked
package lab.findings.language;

import org.jspecify.annotations.NullMarked;
