/** The stack, with real processes. */
@NullMarked
package lab.stack;

import org.jspecify.annotations.NullMarked;
