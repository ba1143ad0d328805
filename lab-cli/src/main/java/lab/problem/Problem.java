package lab.problem;

/**
 * A fault of the environment or of a file that a person can put right.
 *
 * @param what one sentence: what is wrong
 * @param where the file and line, the port or the program that it is about
 * @param next what to do now: a command, an edit, an install line
 */
public record Problem(String what, String where, String next) {}
