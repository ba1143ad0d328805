/** The stack, with real processes. */
@NullMarked
package lab.stack.nginx;

import org.jspecify.annotations.NullMarked;
