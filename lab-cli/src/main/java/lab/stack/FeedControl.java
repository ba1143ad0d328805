package lab.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells a running feed to hang, to refuse, to fail, or to be well again.
 *
 * @param socket the feed's Unix socket
 */
public record FeedControl(Path socket) {
  /**
   * Sends one order.
   *
   * @param order a word that {@code server.jar feed --help} lists, such as {@code hang}
   * @return what the feed answers
   * @throws IOException when no feed listens there
   */
  public String send(String order) throws IOException {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(StandardCharsets.UTF_8.encode(order + "\n"));
      var answer =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)).readLine();
      return Optional.ofNullable(answer).orElseThrow(() -> new IOException("the feed is silent"));
    }
  }
}
