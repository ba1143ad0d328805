/**
 * What was observed: one sample a request, and the summaries that follow from a list of them.
 *
 * <p>Pure apart from reading and writing sample files. Knows nothing of sockets and threads.
 */
@NullMarked
package lab.load.sample;

import org.jspecify.annotations.NullMarked;
