package lab.lint.mistake.text;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on slips and pasted text, the most telling first. */
public final class TextRules {
  private TextRules() {}

  public static List<Rule> all() {
    return List.of(
        new Utf16(),
        new ForeignText(),
        new Bom(),
        new CarriageReturn(),
        new UnquotedBrace(),
        new WrongBrace(),
        new SplitAddress(),
        new MissingBrace(),
        new NoBreakSpace(),
        new SmartQuote(),
        new MissingSemicolon(),
        new EqualsSign(),
        new ColonSign(),
        new MissingBlank(),
        new BadTime());
  }
}
