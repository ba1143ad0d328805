package lab.findings.judge;

/**
 * What one stage asks for.
 *
 * @param stage its folder, such as {@code 04-causes}
 * @param heading what the section is called in the write-up
 * @param begun whether anything stands in that section
 * @param outcome what its criteria come to
 */
public record Part(String stage, String heading, boolean begun, Outcome outcome) {}
