package server.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import server.poll.BlockingFeed;
import server.poll.NonBlockingFeed;

/** The routes, the same in every mode; HEAD is answered on each without running its handler. */
public final class Routes {
  private Routes() {}

  /** Handlers that hold their thread until they are done. */
  public static void blocking(RoutesConfig routes, HashWork hash, BlockingFeed feed) {
    withoutFeed(routes, hash);
    routes.get("/check_feed", CheckFeed.blocking(feed));
    routes.get("/stream_feed", StreamFeed.blocking(feed));
  }

  /** Handlers that return at once and go on when the feed answers. */
  public static void nonBlocking(RoutesConfig routes, HashWork hash, NonBlockingFeed feed) {
    withoutFeed(routes, hash);
    routes.get("/check_feed", CheckFeed.nonBlocking(feed));
    routes.get("/stream_feed", StreamFeed.nonBlocking(feed));
  }

  private static void withoutFeed(RoutesConfig routes, HashWork hash) {
    routes.get("/", ctx -> ctx.contentType(ContentType.TEXT_PLAIN).result("Concurrency Lab\n"));
    routes.get(
        "/hash_me", ctx -> ctx.contentType(ContentType.APPLICATION_JSON).result(hash.json()));
  }
}
