package lab.findings.match;

/**
 * A place in a write-up that shows a facet.
 *
 * @param facet the facet's name
 * @param reading the sentence
 * @param start offset in the source of the first character to quote
 * @param end offset after the last
 */
public record Hit(String facet, Reading reading, int start, int end) {}
