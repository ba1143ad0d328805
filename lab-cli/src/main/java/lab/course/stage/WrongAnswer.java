package lab.course.stage;

/**
 * An answer that must fail.
 *
 * @param id its folder below {@code wrong/}
 * @param fails the check that it must fail
 * @param hint the hint that it must get
 * @param because why it fails, for authors
 */
public record WrongAnswer(String id, String fails, String hint, String because) {}
