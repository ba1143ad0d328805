package lab.stack.supervisor;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** Leaves the terminal's session, so that Ctrl-C and a closed terminal reach the lab alone. */
final class OwnSession {
  private OwnSession() {}

  /**
   * Makes this process the leader of a new session. A process that leads its group already stays
   * where it is.
   *
   * <p>Source: setsid(2).
   *
   * @throws IOException when the C library has no such function
   */
  @SuppressWarnings(
      "restricted") // There is no other way to a session of our own than the C library.
  static void begin() throws IOException {
    var linker = Linker.nativeLinker();
    var function =
        linker
            .defaultLookup()
            .find("setsid")
            .orElseThrow(() -> new IOException("the C library has no setsid"));
    var setsid = linker.downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT));
    try {
      var session = (int) setsid.invokeExact();
      assert session != 0;
    } catch (Throwable e) {
      throw new IOException("setsid could not be called", e);
    }
  }
}
