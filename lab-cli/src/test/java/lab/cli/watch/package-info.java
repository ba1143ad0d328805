/** Saves, keys and passes of {@code lab watch}, by hand and in real processes. */
@NullMarked
package lab.cli.watch;

import org.jspecify.annotations.NullMarked;
