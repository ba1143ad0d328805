package lab.jshell.snippet;

/**
 * A typical mistake, which must fail at one check.
 *
 * @param id folder under {@code wrong/} that holds the file
 * @param fails id of the check
 * @param because what its author believed
 * @param hint the hint that must be offered
 */
public record WrongAnswer(String id, String fails, String because, String hint) {}
