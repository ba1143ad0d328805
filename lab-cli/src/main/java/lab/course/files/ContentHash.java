package lab.course.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What files hold, so that a save is noticed wherever the file lies: file events do not reach over
 * every mount.
 *
 * @param byPath a digest for each file; {@code absent} for one that is not there
 */
public record ContentHash(Map<String, String> byPath) {
  private static final String ABSENT = "absent";

  public ContentHash {
    byPath = Map.copyOf(byPath);
  }

  /**
   * Looks at files.
   *
   * @param paths from the root
   */
  public static ContentHash of(Path root, List<String> paths) {
    var hashes = new TreeMap<String, String>();
    paths.forEach(path -> hashes.put(path, hash(root.resolve(path))));
    return new ContentHash(hashes);
  }

  /** The files that hold something else than before. */
  public List<String> changedSince(ContentHash before) {
    return byPath.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.byPath().get(entry.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static String hash(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchFileException e) {
      return ABSENT;
    } catch (IOException e) {
      // An editor is just putting a new file in the place of the old one: the next look will do.
      return "unreadable";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
