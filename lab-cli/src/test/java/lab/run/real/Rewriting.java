package lab.run.real;

import java.util.List;
import java.util.regex.Matcher;

/** Makes the statements of the rewrite module. */
record Rewriting(Dice dice) {
  /** One of them; one that ends the passage only where it may. */
  String one(String indent, boolean inLocation, boolean mayEnd) {
    return switch (dice.below(mayEnd ? 6 : 4)) {
      case 0, 1 ->
          indent
              + "set "
              + dice.pick(List.of("$v", "$v", "$V", "$arg_set", "$http_set", "$arg_q"))
              + " \""
              + value()
              + "\";\n";
      case 2 ->
          indent
              + "rewrite "
              + dice.pick(Phrases.REWRITES)
              + dice.pick(List.of("", " last", " break", "", inLocation ? " last" : ""))
              + ";\n";
      case 3 -> condition(indent, inLocation);
      case 4 ->
          indent
              + "rewrite "
              + dice.pick(Phrases.REWRITES)
              + dice.pick(List.of(" redirect", " permanent"))
              + ";\n";
      default -> back(indent);
    };
  }

  String condition(String indent, boolean inLocation) {
    var text = new StringBuilder(indent + "if " + dice.pick(Phrases.CONDITIONS) + " {\n");
    if (dice.chance(2)) {
      text.append(inCondition(indent + "  "));
    }
    if (inLocation && dice.chance(4)) {
      text.append(indent)
          .append("  proxy_pass http://g")
          .append(dice.below(Declarations.GROUPS))
          .append(";\n");
    } else if (dice.chance(2)) {
      text.append(back(indent + "  "));
    }
    return text.append(indent).append("}\n").toString();
  }

  private String inCondition(String indent) {
    return switch (dice.below(4)) {
      case 0 -> indent + "set $v \"" + value() + "\";\n";
      case 1 ->
          indent
              + "rewrite "
              + dice.pick(Phrases.REWRITES)
              + dice.pick(List.of("", " last", " break"))
              + ";\n";
      case 2 -> indent + "break;\n";
      default -> indent + "set $args \"" + dice.pick(List.of("", "q=9", "$args&z=1")) + "\";\n";
    };
  }

  String back(String indent) {
    var text = dice.pick(Phrases.RETURNS);
    while (text.contains("%s")) {
      text = text.replaceFirst("%s", Matcher.quoteReplacement(value()));
    }
    return indent + "return " + text + ";\n";
  }

  private String value() {
    return dice.pick(Phrases.VALUES);
  }
}
