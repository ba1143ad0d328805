@NullMarked
package lab.stack.supervisor;

import org.jspecify.annotations.NullMarked;
