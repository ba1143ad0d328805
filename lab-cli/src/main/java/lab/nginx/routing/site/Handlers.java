package lab.nginx.routing.site;

import java.util.Set;

/** The directives that give a location something other than files to answer with. */
public final class Handlers {
  /** They hand a request to another server, and redirect the bare name of their location. */
  public static final Set<String> PASSING =
      Set.of(
          "proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass", "memcached_pass");

  /** They answer in ways that the resolver does not follow. */
  public static final Set<String> OPAQUE =
      Set.of(
          "fastcgi_pass",
          "uwsgi_pass",
          "scgi_pass",
          "grpc_pass",
          "memcached_pass",
          "stub_status",
          "empty_gif",
          "mp4",
          "flv",
          "perl",
          "api");

  private Handlers() {}
}
