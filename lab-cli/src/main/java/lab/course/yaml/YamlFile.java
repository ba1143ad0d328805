package lab.course.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one YAML file to nodes that know their lines. */
public final class YamlFile {
  private final String shown;
  private final Faults faults;

  /**
   * A file to be read.
   *
   * @param shown its name in messages
   * @param faults told what is wrong with it
   */
  public YamlFile(String shown, Faults faults) {
    this.shown = shown;
    this.faults = faults;
  }

  /** The keys and values of a file; empty when it cannot be read, which is then a fault. */
  public Optional<YamlNode.Entries> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      faults.add(
          shown, 0, "The file is not there.", "Write it, or restore it: git checkout -- " + shown);
    } catch (CharacterCodingException e) {
      faults.add(shown, 0, "The file is not UTF-8 text.", "Save it as UTF-8.");
    } catch (IOException e) {
      faults.add(
          shown, 0, "The file cannot be read: " + e.getMessage() + ".", "Is it readable for you?");
    }
    return Optional.empty();
  }

  /** The keys and values of a text; empty when it is not YAML, which is then a fault. */
  public Optional<YamlNode.Entries> parse(String text) {
    try {
      var root = new Compose(LoadSettings.builder().setLabel(shown).build()).composeString(text);
      if (root.isEmpty()) {
        return Optional.of(new YamlNode.Entries(1, new LinkedHashMap<>(), new HashMap<>()));
      }
      if (convert(root.get()) instanceof YamlNode.Entries entries) {
        return Optional.of(entries);
      }
      faults.add(
          shown,
          line(root.get()),
          "The file must be keys with values.",
          "Begin with a line such as: format: 1");
    } catch (MarkedYamlEngineException e) {
      faults.add(
          shown,
          line(e, (int) text.lines().count()),
          "This is not YAML: " + e.getProblem() + ".",
          "Look at the indentation, quotes and colons near this line.");
    } catch (YamlEngineException e) {
      faults.add(
          shown,
          0,
          "This is not YAML: " + e.getMessage() + ".",
          "Look for characters that do not belong into a text.");
    }
    return Optional.empty();
  }

  /**
   * The line of a fault. What is found missing at the end of a file is looked for where it began.
   *
   * @param last number of the file's last line
   */
  private static int line(MarkedYamlEngineException fault, int last) {
    return fault
        .getProblemMark()
        .filter(mark -> mark.getLine() < last)
        .or(fault::getContextMark)
        .map(mark -> Math.min(mark.getLine() + 1, Math.max(1, last)))
        .orElse(0);
  }

  private YamlNode convert(Node node) {
    if (node.getAnchor().isPresent()) {
      // A node that contains itself would never end; and nobody needs them here.
      faults.add(shown, line(node), "Anchors (&) are not used here.", "Write the value out.");
      return new YamlNode.Text(line(node), "");
    }
    return switch (node) {
      case ScalarNode scalar -> new YamlNode.Text(line(node), scalar.getValue());
      case SequenceNode sequence ->
          new YamlNode.Items(line(node), sequence.getValue().stream().map(this::convert).toList());
      case MappingNode mapping -> entries(mapping);
      default -> throw new IllegalStateException("no such node: " + node.getNodeType());
    };
  }

  private YamlNode.Entries entries(MappingNode mapping) {
    var values = new LinkedHashMap<String, YamlNode>();
    var lines = new HashMap<String, Integer>();
    for (var pair : mapping.getValue()) {
      int line = line(pair.getKeyNode());
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        faults.add(
            shown,
            line,
            "A key must be one word.",
            "Quote it, or write a text with {numbers} in quotes.");
        continue;
      }
      var value = convert(pair.getValueNode());
      if (values.putIfAbsent(key.getValue(), value) == null) {
        lines.put(key.getValue(), line);
      } else {
        faults.add(
            shown,
            line,
            "The key '"
                + key.getValue()
                + "' stands here a second time (first in line "
                + lines.get(key.getValue())
                + ").",
            "Keep one of the two.");
      }
    }
    return new YamlNode.Entries(line(mapping), values, lines);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
