/**
 * Sentences understood: subjects, occurrences of concepts, facets found.
 *
 * <p>Must not know levels, feedback or files: it answers where a facet is shown.
 */
@NullMarked
package lab.findings.match;

import org.jspecify.annotations.NullMarked;
