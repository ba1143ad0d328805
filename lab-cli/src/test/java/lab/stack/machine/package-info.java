/** What the lab reads of the machine, on the machine itself. */
@NullMarked
package lab.stack.machine;

import org.jspecify.annotations.NullMarked;
