package lab.jshell.kit;

import java.time.Duration;

/**
 * The limits that a service agreed on with its slow neighbour.
 *
 * @param bulkhead polls that may be under way at once
 * @param timeout how long one poll may take
 * @param retries further polls that all requests together may spend
 */
public record Limits(int bulkhead, Duration timeout, int retries) {}
