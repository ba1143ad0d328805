/** Tests of the commands: what they print and how they exit. */
@NullMarked
package lab.cli;

import org.jspecify.annotations.NullMarked;
