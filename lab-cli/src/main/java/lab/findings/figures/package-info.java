/**
 * Figures that a write-up states, and how they compare with what the lab recorded.
 *
 * <p>Takes runs as plain records; must not know where they are kept.
 */
@NullMarked
package lab.findings.figures;

import org.jspecify.annotations.NullMarked;
