package server.routes;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import server.poll.BlockingFeed;
import server.poll.FeedFailure;
import server.poll.NonBlockingFeed;

/**
 * {@code /stream_feed}: polls the feed again and again and sends each update as one line, flushed
 * as it comes, until the client leaves. A poll that fails is the last line.
 */
final class StreamFeed {
  private static final String NDJSON = "application/x-ndjson";

  private StreamFeed() {}

  /** Holds its thread for as long as the client stays, waiting for the feed or for the client. */
  static Handler blocking(BlockingFeed feed) {
    return ctx -> {
      var visit = Visit.of(ctx);
      describe(ctx);
      try {
        ctx.res().flushBuffer();
        var out = ctx.res().getOutputStream();
        while (true) {
          send(out, feed.poll());
          out.flush();
          visit.tick();
        }
      } catch (FeedFailure failure) {
        visit.failed();
        ctx.result(failure.json() + "\n");
      } catch (IOException clientLeft) {
        visit.left();
      }
    };
  }

  /** Holds no thread: {@link NonBlockingStream} goes on when feed or client let it. */
  static Handler nonBlocking(NonBlockingFeed feed) {
    return ctx ->
        ctx.future(() -> {
          describe(ctx);
          return new NonBlockingStream(feed, Visit.of(ctx), out(ctx)).start();
        });
  }

  /** Asks for chunks even where the connection will close, so that a cut is no clean end. */
  private static void describe(Context ctx) {
    ctx.contentType(NDJSON);
    if (ctx.protocol().equals("HTTP/1.1")) {
      ctx.header("Transfer-Encoding", "chunked");
    }
  }

  private static ServletOutputStream out(Context ctx) {
    try {
      return ctx.res().getOutputStream();
    } catch (IOException neverOpened) {
      throw new UncheckedIOException(neverOpened);
    }
  }

  static void send(ServletOutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }
}
