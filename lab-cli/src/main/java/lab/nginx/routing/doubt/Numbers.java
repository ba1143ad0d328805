package lab.nginx.routing.doubt;

/** Reads the numbers in a configuration. */
public final class Numbers {
  private Numbers() {}

  /**
   * A number of nginx's: digits alone.
   *
   * @param most the largest that is followed
   * @throws CannotTell for anything else, which nginx refuses too
   */
  public static int read(String text, int most) {
    boolean digits =
        !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(Numbers::digit);
    if (!digits || Long.parseLong(text) > most) {
      throw new CannotTell("\"" + text + "\" is no number that is followed here");
    }
    return Integer.parseInt(text);
  }

  private static boolean digit(int letter) {
    return letter >= '0' && letter <= '9';
  }
}
