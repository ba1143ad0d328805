package lab.check;

/**
 * What a check earns that is not all or nothing, in points of its stage.
 *
 * @param earned for certain, whatever the verdict
 * @param open that only a person can give; none of them is in {@code earned}
 */
public record Credit(int earned, int open) {}
