package lab.stack.supervisor;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.stream.Stream;

/**
 * The session of this process alone, away from the terminal's, so that Ctrl-C and a closed terminal
 * reach the lab alone.
 *
 * <p>Whoever is started below this process belongs to it, and goes on belonging to it when its own
 * parent is killed: that is how a process is found that no longer has any tie to us but this.
 */
final class OwnSession {
  private final MethodHandle sessionOf;
  private final int session;

  private OwnSession(MethodHandle sessionOf, int session) {
    this.sessionOf = sessionOf;
    this.session = session;
  }

  /**
   * Makes this process the leader of a new session. A process that leads its group already stays
   * where it is, in a session that it does not own.
   *
   * <p>Source: setsid(2), getsid(2).
   *
   * @throws IOException when the C library has no such function
   */
  static OwnSession begin() throws IOException {
    var setsid = function("setsid");
    var getsid = function("getsid", ValueLayout.JAVA_INT);
    try {
      var created = (int) setsid.invokeExact();
      assert created != 0;
      return new OwnSession(getsid, (int) getsid.invokeExact(0));
    } catch (Throwable e) {
      throw new IOException("no session of our own could be made", e);
    }
  }

  @SuppressWarnings(
      "restricted") // There is no other way to a session of our own than the C library.
  private static MethodHandle function(String name, MemoryLayout... arguments) throws IOException {
    var linker = Linker.nativeLinker();
    var found =
        linker
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new IOException("the C library has no " + name));
    return linker.downcallHandle(found, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
  }

  /**
   * The processes of this session whose parent was killed, with all below them: they were given to
   * a parent outside, and nobody is left who would end them. None where the session is not ours.
   */
  List<ProcessHandle> orphans() {
    if (session != ProcessHandle.current().pid()) {
      return List.of();
    }
    return ProcessHandle.allProcesses()
        .filter(this::isOrphan)
        .flatMap(orphan -> Stream.concat(orphan.descendants(), Stream.of(orphan)))
        .toList();
  }

  private boolean isOrphan(ProcessHandle process) {
    return process.pid() != session
        && isOurs(process)
        && process.parent().filter(this::isOurs).isEmpty();
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      return (int) sessionOf.invokeExact((int) process.pid()) == session;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
