package server.prefork;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import server.settings.StartFailure;

/**
 * The listening socket as descriptor 0.
 *
 * <p>Java passes no descriptor on to a child but 0, 1 and 2, and has no way to place a socket
 * there. POSIX gives a new descriptor the lowest free number; so we close 0 and open the socket.
 *
 * <p>Source: POSIX.1-2017, 2.14 File Descriptor Allocation.
 */
final class SharedSocket {
  private SharedSocket() {}

  /**
   * Listens. Must run before other threads open files.
   *
   * @throws StartFailure when the system does not let us listen there, or the descriptor was taken
   */
  static ServerSocketChannel listen(String host, int port, int backlog) {
    try {
      ServerSocketChannel.open(StandardProtocolFamily.INET)
          .close(); // loads classes: opens no file later
      closeDescriptor0();
      var socket = ServerSocketChannel.open(StandardProtocolFamily.INET);
      socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      socket.bind(new InetSocketAddress(host, port), backlog);
      if (!(System.inheritedChannel() instanceof ServerSocketChannel inherited)
          || !inherited.getLocalAddress().equals(socket.getLocalAddress())) {
        throw new StartFailure("descriptor 0 was taken by another file", "start it again");
      }
      return socket;
    } catch (IOException refusal) {
      throw StartFailure.cannotListen(host, port, refusal);
    }
  }

  static int port(ServerSocketChannel socket) {
    return socket.socket().getLocalPort();
  }

  @SuppressWarnings("restricted") // the jar's manifest enables native access
  private static void closeDescriptor0() {
    var linker = Linker.nativeLinker();
    var close =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("close"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    try {
      int _ = (int) close.invokeExact(0);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
