/**
 * Walks a request through nginx's phases: server rewrite, location, rewrite, access, files,
 * content, and back again on internal redirects.
 *
 * <p>Written after nginx's own control flow, so that an odd case falls out instead of being listed.
 * Source: nginx 1.22.1, {@code src/http}; every rule is checked against a running nginx.
 */
@NullMarked
package lab.nginx.routing.engine;

import org.jspecify.annotations.NullMarked;
