/**
 * Times as nginx writes and reads them, and the words of a configuration that hold one.
 *
 * <p>Knows nothing of files that are generated: who divides a time decides what it becomes.
 */
@NullMarked
package lab.nginx.generate.time;

import org.jspecify.annotations.NullMarked;
