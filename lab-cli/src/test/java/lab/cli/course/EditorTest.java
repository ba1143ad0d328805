package lab.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorTest {
  private static final Optional<String> NONE_NAMED = Optional.empty();

  @TempDir Path folder;

  @Test
  void theOneThatWasNamedComesBeforeVisualBeforeEditor() {
    var both = Map.of("VISUAL", "vi", "EDITOR", "ed");
    assertThat(Editor.find(Optional.of(" emacs  -nw "), both))
        .contains(new Editor(List.of("emacs", "-nw"), false));
    assertThat(Editor.find(NONE_NAMED, both)).contains(new Editor(List.of("vi"), false));
    assertThat(Editor.find(NONE_NAMED, Map.of("VISUAL", " ", "EDITOR", "ed")))
        .contains(new Editor(List.of("ed"), false));
  }

  @Test
  void withoutAnyItIsVsCodeWhereItIsInstalledAndHasAWindowOfItsOwn() throws IOException {
    var path = Map.of("PATH", "/nowhere:" + folder);
    var code = Files.createFile(folder.resolve("code"));
    assertThat(Editor.find(NONE_NAMED, path)).as("it is no program").isEmpty();
    Files.setPosixFilePermissions(code, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(Editor.find(NONE_NAMED, path))
        .contains(new Editor(List.of(code.toString(), "--goto"), true));
    assertThat(Editor.find(NONE_NAMED, Map.of())).isEmpty();
  }
}
