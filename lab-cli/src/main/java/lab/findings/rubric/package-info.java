/**
 * The rubric as data: concepts, facets, level rules and misconceptions from YAML.
 *
 * <p>Must not know write-ups or how matching is done. To amend what is accepted, edit the YAML, not
 * this package.
 */
@NullMarked
package lab.findings.rubric;

import org.jspecify.annotations.NullMarked;
