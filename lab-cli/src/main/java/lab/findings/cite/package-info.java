/**
 * Puts figures of recorded runs into a write-up, each with the id of its run.
 *
 * <p>A pure function of text and runs; must not know where either is kept.
 */
@NullMarked
package lab.findings.cite;

import org.jspecify.annotations.NullMarked;
