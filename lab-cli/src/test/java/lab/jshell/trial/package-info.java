/** Tests of {@code lab.jshell.trial}. */
@NullMarked
package lab.jshell.trial;

import org.jspecify.annotations.NullMarked;
