package lab.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Tells a running feed to hang, to refuse, to fail, or to be well again.
 *
 * @param socket the feed's Unix socket
 */
public record FeedControl(Path socket) {
  private static final String UNKNOWN = "unknown command";

  /**
   * Sends one order.
   *
   * @param order a word that {@code server.jar feed --help} lists, such as {@code hang}
   * @return what the feed answers
   * @throws IOException when no feed listens there, or it does not know the order
   */
  public String send(String order) throws IOException {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(StandardCharsets.UTF_8.encode(order + "\n"));
      var answer =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)).readLine();
      if (answer == null || answer.startsWith(UNKNOWN)) {
        throw new IOException("the feed does not obey \"" + order + "\": " + answer);
      }
      return answer;
    }
  }
}
