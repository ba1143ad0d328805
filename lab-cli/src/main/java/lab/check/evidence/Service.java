package lab.check.evidence;

import java.util.OptionalLong;

/**
 * One request as the server tells it. Times are nanoseconds from the start of the plan.
 *
 * @param request its nonce
 * @param route its path
 * @param mode who served it
 * @param pid the process
 * @param slot what it occupied there
 * @param begun before its handler ran
 * @param ended when its slot was free again; empty when that was not seen
 * @param outcome ok, left or failed; empty when the end was not seen
 * @param ticks lines handed to the connection, of a stream
 */
public record Service(
    String request,
    String route,
    String mode,
    long pid,
    String slot,
    long begun,
    OptionalLong ended,
    String outcome,
    long ticks) {}
