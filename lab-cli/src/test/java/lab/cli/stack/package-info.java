/** What the commands of the stack print. */
@NullMarked
package lab.cli.stack;

import org.jspecify.annotations.NullMarked;
