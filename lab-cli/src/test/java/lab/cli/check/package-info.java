/** Checks of configurations against the real nginx, and how they are written down. */
@NullMarked
package lab.cli.check;

import org.jspecify.annotations.NullMarked;
