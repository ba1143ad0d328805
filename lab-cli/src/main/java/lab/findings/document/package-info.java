/**
 * A write-up as blocks, sentences and words that remember where they stand in the file.
 *
 * <p>Knows Markdown and the shape of English tokens. Must not know what any word means for a
 * criterion: that is data, in the rubric files.
 */
@NullMarked
package lab.findings.document;

import org.jspecify.annotations.NullMarked;
