/** Tests of {@code lab.jshell.snippet}. */
@NullMarked
package lab.jshell.snippet;

import org.jspecify.annotations.NullMarked;
