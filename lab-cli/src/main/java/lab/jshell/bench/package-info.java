/**
 * The lab as Java methods, for {@code lab shell}: every public method here is at hand there without
 * an import, and its Javadoc is what the shell shows.
 */
@NullMarked
package lab.jshell.bench;

import org.jspecify.annotations.NullMarked;
