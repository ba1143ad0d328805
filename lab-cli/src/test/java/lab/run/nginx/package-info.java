/** nginx's side of a run, read back from what a real one wrote. */
@NullMarked
package lab.run.nginx;

import org.jspecify.annotations.NullMarked;
