package server.poll;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;

/**
 * Polls over plain sockets, on the calling thread.
 *
 * <p>Connections are kept alive and taken again, the last used first. One that the feed has closed
 * meanwhile is seen before anything is sent on it and replaced; once a request is under way, its
 * failure is the poll's, and ends the connection.
 */
public final class SocketFeed implements BlockingFeed, AutoCloseable {
  private static final Http1Config BUFFERS = Http1Config.custom().setBufferSize(1_024).build();

  private final URI address;
  private final Deque<DefaultBHttpClientConnection> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param address host and port of the feed
   */
  public SocketFeed(URI address) {
    this.address = address;
  }

  @Override
  public String poll() throws FeedFailure {
    try {
      var connection = connection();
      try {
        return ask(connection);
      } catch (IOException | HttpException failure) {
        connection.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw FeedFailure.of(failure);
    } catch (HttpException malformed) {
      throw new FeedFailure("the feed answered something that is not HTTP");
    }
  }

  private DefaultBHttpClientConnection connection() throws IOException {
    for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      if (!kept.isStale()) {
        return kept;
      }
      kept.close();
    }
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      var connection = new DefaultBHttpClientConnection(BUFFERS);
      connection.bind(socket);
      return connection;
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  private String ask(DefaultBHttpClientConnection connection) throws IOException, HttpException {
    var request = new BasicClassicHttpRequest("GET", "/poll");
    request.addHeader(new BasicHeader("Host", address.getAuthority()));
    connection.sendRequestHeader(request);
    connection.flush();
    var response = connection.receiveResponseHeader();
    connection.receiveResponseEntity(response);
    var body = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
    if (response.getCode() != HttpStatus.SC_OK) {
      throw FeedFailure.ofStatus(response.getCode());
    }
    if (response.containsHeader("Connection")) {
      connection.close();
    } else {
      idle.addFirst(connection); // the last thing done with it: now it may be another thread's
    }
    return body;
  }

  @Override
  public void close() {
    for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      kept.close(CloseMode.IMMEDIATE);
    }
  }
}
