@NullMarked
package lab.stack.events;

import org.jspecify.annotations.NullMarked;
