/**
 * Open-loop traffic: schedules, requests, streams and probes, and the raw samples and summaries
 * they leave.
 *
 * <p>Knows nothing of nginx, of processes or of the course; a target is an address and a path.
 * Traffic goes to loopback only.
 */
@NullMarked
package lab.load;

import org.jspecify.annotations.NullMarked;
