package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path around;

  @Test
  void allThatIsInAFolderGoesWithIt() throws Exception {
    var folder = Files.createDirectories(around.resolve("folder/inner"));
    Files.writeString(folder.resolve("file"), "text");
    Folders.delete(around.resolve("folder"));
    assertThat(around).isEmptyDirectory();
  }

  @Test
  void whatALinkPointsToStays() throws Exception {
    var kept = Files.writeString(Files.createDirectory(around.resolve("kept")).resolve("file"), "");
    var folder = Files.createDirectory(around.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link"), kept.getParent());
    Folders.delete(folder);
    assertThat(folder).doesNotExist();
    assertThat(kept).isRegularFile();
  }

  @Test
  void aFolderThatIsGoneIsDeletedAlready() throws Exception {
    Folders.delete(around.resolve("gone"));
    assertThat(around).isEmptyDirectory();
  }
}
