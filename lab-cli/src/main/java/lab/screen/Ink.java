package lab.screen;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * Colours for words that also say by themselves what the colour says.
 *
 * @param on false leaves every text as it is
 */
public record Ink(boolean on) {
  public String good(String text) {
    return paint(text, AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN));
  }

  public String bad(String text) {
    return paint(text, AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).bold());
  }

  public String warn(String text) {
    return paint(text, AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW));
  }

  public String name(String text) {
    return paint(text, AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN));
  }

  public String strong(String text) {
    return paint(text, AttributedStyle.BOLD);
  }

  public String faint(String text) {
    return paint(text, AttributedStyle.DEFAULT.faint());
  }

  /**
   * One of six colours that are easy to tell apart, for names that stand in a column.
   *
   * @param number any; numbers six apart look alike
   */
  public String distinct(int number, String text) {
    int[] colours = {
      AttributedStyle.CYAN,
      AttributedStyle.YELLOW,
      AttributedStyle.GREEN,
      AttributedStyle.MAGENTA,
      AttributedStyle.BLUE,
      AttributedStyle.RED
    };
    return paint(
        text, AttributedStyle.DEFAULT.foreground(colours[Math.floorMod(number, colours.length)]));
  }

  private String paint(String text, AttributedStyle style) {
    return on ? new AttributedString(text, style).toAnsi() : text;
  }
}
