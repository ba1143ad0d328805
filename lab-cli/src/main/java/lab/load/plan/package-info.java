/**
 * Traffic as data: lanes, their arrivals and the bounds they keep; the schedule is a pure function
 * of it.
 *
 * <p>Knows no clock and no socket, and nothing of what became of a request.
 */
@NullMarked
package lab.load.plan;

import org.jspecify.annotations.NullMarked;
