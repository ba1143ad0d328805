/**
 * Where a request goes: the question, the answer and the steps between them, as plain data.
 *
 * <p>From the bottom up: {@code doubt} is the admission that a static answer would be a guess;
 * {@code pattern} matches expressions; {@code notation} reads what a request is written in; {@code
 * site} holds what the configuration says; {@code balance} chooses peers and remembers from request
 * to request; {@code engine} walks one request through it all as nginx's phases do; {@code probe}
 * makes the copy that lets the real nginx say the same. Wherever a static answer would be a guess,
 * the answer says so. Knows nothing of processes, sockets or terminals: asking the real nginx is
 * another package's work.
 */
@NullMarked
package lab.nginx.routing;

import org.jspecify.annotations.NullMarked;
