package server.routes;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.concurrent.CompletionException;
import server.poll.BlockingFeed;
import server.poll.FeedFailure;
import server.poll.NonBlockingFeed;

/** {@code /check_feed}: one poll of the feed, and its update or the reason why there is none. */
final class CheckFeed {
  private CheckFeed() {}

  /** Holds its thread while the feed takes its time; a client that leaves changes nothing. */
  static Handler blocking(BlockingFeed feed) {
    return ctx -> {
      try {
        update(ctx, feed.poll());
      } catch (FeedFailure failure) {
        failure(ctx, failure);
      }
    };
  }

  /** Holds no thread while the feed takes its time; a client that leaves ends the poll. */
  static Handler nonBlocking(NonBlockingFeed feed) {
    return ctx ->
        ctx.future(() -> {
          var poll = feed.poll();
          Visit.of(ctx).whenClientLeaves(() -> poll.cancel(false));
          return poll.handle((update, problem) -> {
            if (poll.isCancelled()) {
              Visit.of(ctx).left();
            } else if (problem instanceof FeedFailure failure) {
              failure(ctx, failure);
            } else if (problem == null) {
              update(ctx, update);
            } else {
              throw new CompletionException(problem);
            }
            return update;
          });
        });
  }

  private static void update(Context ctx, String update) {
    ctx.contentType(ContentType.APPLICATION_JSON).result(update);
  }

  private static void failure(Context ctx, FeedFailure failure) {
    Visit.of(ctx).failed();
    ctx.status(HttpStatus.BAD_GATEWAY)
        .contentType(ContentType.APPLICATION_JSON)
        .result(failure.json() + "\n");
  }
}
