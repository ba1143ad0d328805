/**
 * The nginx of this machine: found, unpacked where there is none, asked for its version and whether
 * a file is accepted. Knows nothing of what a configuration says.
 */
@NullMarked
package lab.stack.nginx;

import org.jspecify.annotations.NullMarked;
