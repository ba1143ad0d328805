package lab.lint.site;

import java.util.Optional;

/**
 * A route and the location that takes it.
 *
 * @param route the application's path
 * @param location where nginx takes it
 * @param proxy what that location does with it, if it passes it on
 */
public record Routed(Route route, Location location, Optional<Proxy> proxy) {}
