/**
 * Write-ups graded offline: Markdown to sentences, sentences to facets, facets to levels with
 * quotes; figures against runs.
 *
 * <p>What is accepted is data in {@code exercises/}; this package only knows how to look. We wrote
 * the matcher ourselves rather than take a search engine, for it needs positions, polarity and
 * clauses at every step.
 */
@NullMarked
package lab.findings;

import org.jspecify.annotations.NullMarked;
