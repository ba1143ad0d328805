package lab.findings.grade;

/**
 * Words of the learner that decided something.
 *
 * @param facet what they show
 * @param text the words
 * @param line their line in the file, from 1
 * @param start offset in the file
 * @param end offset after the last character
 */
public record Quote(String facet, String text, int line, int start, int end) {}
