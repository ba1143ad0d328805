package lab.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which loopback ports are free. */
public final class Ports {
  private Ports() {}

  /** Whether nobody listens on a loopback port now. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /**
   * A port for each program: its usual one, or any free one where that is taken.
   *
   * @throws IOException when the machine has no free port
   */
  public static Map<Program, Integer> choose() throws IOException {
    var chosen = new EnumMap<Program, Integer>(Program.class);
    var held = new ArrayList<ServerSocket>();
    try {
      for (var program : Program.values()) {
        chosen.put(program, hold(program.usualPort(), held));
      }
      return chosen;
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  private static int hold(int usual, List<ServerSocket> held) throws IOException {
    var socket = new ServerSocket();
    held.add(socket);
    socket.setReuseAddress(true);
    var loopback = InetAddress.getLoopbackAddress();
    try {
      socket.bind(new InetSocketAddress(loopback, usual), 1);
    } catch (IOException taken) {
      socket.bind(new InetSocketAddress(loopback, 0), 1);
    }
    return socket.getLocalPort();
  }
}
