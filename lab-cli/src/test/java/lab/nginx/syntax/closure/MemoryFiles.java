package lab.nginx.syntax.closure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lab.nginx.syntax.parse.Limits;

/** Files that a test wrote down in its own text. */
public record MemoryFiles(Map<Path, String> texts) implements ConfigFiles {
  public MemoryFiles {
    texts = new TreeMap<>(texts);
  }

  /** One configuration that includes nothing. */
  public static Configuration load(String text) {
    var main = Path.of("/conf/nginx.conf");
    return Configuration.load(main, new MemoryFiles(Map.of(main, text)), Limits.GENEROUS);
  }

  /**
   * A main file and others, names relative to one folder.
   *
   * @param namesAndTexts name, text, name, text; the first is the main file
   */
  public static Configuration load(String... namesAndTexts) {
    var texts = new TreeMap<Path, String>();
    for (int at = 0; at < namesAndTexts.length; at += 2) {
      texts.put(Path.of("/conf", namesAndTexts[at]), namesAndTexts[at + 1]);
    }
    return Configuration.load(
        Path.of("/conf", namesAndTexts[0]), new MemoryFiles(texts), Limits.GENEROUS);
  }

  @Override
  public byte[] read(Path file, int limitBytes) throws IOException {
    var text =
        Optional.ofNullable(texts.get(file))
            .orElseThrow(() -> new NoSuchFileException(file.toString()));
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public List<String> names(Path folder) {
    return texts.keySet().stream()
        .filter(file -> file.startsWith(folder) && !file.equals(folder))
        .map(file -> folder.relativize(file).getName(0).toString())
        .distinct()
        .toList();
  }
}
