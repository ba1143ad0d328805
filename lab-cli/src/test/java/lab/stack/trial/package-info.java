/** An nginx on trial, with real processes. */
@NullMarked
package lab.stack.trial;

import org.jspecify.annotations.NullMarked;
