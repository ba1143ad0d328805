/**
 * What every mode has in common below its routes: Javalin on Jetty, the headers of each answer, and
 * what is reported about each request.
 *
 * <p>Two defaults are changed for every mode. Jetty's output buffer (32 KB, direct, one for each
 * open stream) is cut to 1 KB, or eight thousand streams use up all direct memory of a 256 MB heap.
 * Javalin's low-resource monitor is taken out, because it drops the idle timeout of every
 * connection to one second as soon as all threads of a pool are busy, which is what we come to see.
 */
@NullMarked
package server.web;

import org.jspecify.annotations.NullMarked;
