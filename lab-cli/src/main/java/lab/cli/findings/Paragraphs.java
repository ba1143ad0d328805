package lab.cli.findings;

import java.util.ArrayList;
import java.util.List;
import lab.screen.Table;

/**
 * Lines that are no wider than the screen.
 *
 * @param width columns of the screen
 */
public record Paragraphs(int width) {
  /**
   * Words in lines, the first after {@code lead} and the others below its end.
   *
   * @param lead may hold colours
   */
  public List<String> hanging(String lead, String words) {
    int indent = Table.columns(lead);
    int room = Math.max(20, width - indent);
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : words.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && Table.columns(line.toString()) + 1 + Table.columns(word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    var all = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      all.add(((i == 0 ? lead : " ".repeat(indent)) + lines.get(i)).stripTrailing());
    }
    return all;
  }
}
