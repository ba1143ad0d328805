package server.loop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import server.poll.FeedFailure;

/** An answer of the feed as it comes in, piece by piece. */
final class FeedAnswer implements HttpParser.ResponseHandler {
  private final HttpParser parser = new HttpParser(this);
  private final StringBuilder body = new StringBuilder();
  private int status;
  private boolean persists;
  private boolean complete;

  /**
   * Takes the next bytes.
   *
   * @return whether the answer is complete
   * @throws FeedFailure when they are not HTTP
   */
  boolean isCompletedBy(ByteBuffer bytes) throws FeedFailure {
    while (bytes.hasRemaining() && !complete) {
      parser.parseNext(bytes);
    }
    if (status == 0 && complete) {
      throw new FeedFailure("the feed answered something that is not HTTP");
    }
    return complete;
  }

  int status() {
    return status;
  }

  String body() {
    return body.toString();
  }

  /** Whether the connection may be used again. */
  boolean persists() {
    return persists;
  }

  void reset() {
    parser.reset();
    body.setLength(0);
    status = 0;
    complete = false;
  }

  @Override
  public void startResponse(HttpVersion version, int status, String reason) {
    this.status = status;
    this.persists = version == HttpVersion.HTTP_1_1;
  }

  @Override
  public void parsedHeader(HttpField field) {
    if (field.getHeader() == HttpHeader.CONNECTION) {
      persists = false;
    }
  }

  @Override
  public boolean headerComplete() {
    return false;
  }

  @Override
  public boolean content(ByteBuffer bytes) {
    body.append(StandardCharsets.UTF_8.decode(bytes));
    return false;
  }

  @Override
  public boolean contentComplete() {
    return false;
  }

  @Override
  public boolean messageComplete() {
    complete = true;
    return true;
  }

  @Override
  public void badMessage(HttpException failure) {
    complete = true;
    status = 0;
  }

  @Override
  public void earlyEOF() {
    complete = true;
    status = 0;
  }
}
