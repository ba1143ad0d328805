package lab.check.judge;

/**
 * One bound of an SLO, held against an arm.
 *
 * @param name the figure's name
 * @param value what was measured
 * @param kept whether it is within the bound
 * @param wanted the bound in words
 * @param saw the measurement in words
 */
record Claim(String name, double value, boolean kept, String wanted, String saw) {}
