/**
 * The nginx of a run: the file that it is given, what it says of it, and what it tells of the
 * requests. Knows nothing of loads and results.
 */
@NullMarked
package lab.run.nginx;

import org.jspecify.annotations.NullMarked;
