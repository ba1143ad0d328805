package lab.check.judge;

/**
 * One bound of an SLO, held against an arm.
 *
 * @param name the figure's name
 * @param value what was measured
 * @param kept whether it is within the bound
 * @param far whether it misses the bound by so much that a busy neighbour alone does not explain it
 * @param wanted the bound in words
 * @param saw the measurement in words
 */
record Claim(String name, double value, boolean kept, boolean far, String wanted, String saw) {}
