/**
 * Where a request goes: the question, the answer and the steps between them, as plain data.
 *
 * <p>{@code site} holds what the configuration says, {@code engine} walks a request through it as
 * nginx's phases do, {@code balance} chooses peers, {@code pattern} matches expressions. Wherever a
 * static answer would be a guess, the answer says so. Knows nothing of processes, sockets or
 * terminals: asking the real nginx is another package's work.
 */
@NullMarked
package lab.nginx.routing;

import org.jspecify.annotations.NullMarked;
