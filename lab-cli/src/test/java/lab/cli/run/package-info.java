/** Runs as they are shown. */
@NullMarked
package lab.cli.run;

import org.jspecify.annotations.NullMarked;
