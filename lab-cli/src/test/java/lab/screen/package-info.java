/** What is painted, without a terminal. */
@NullMarked
package lab.screen;

import org.jspecify.annotations.NullMarked;
