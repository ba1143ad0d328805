/** Runs, without sockets. */
@NullMarked
package lab.run;

import org.jspecify.annotations.NullMarked;
