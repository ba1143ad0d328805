/** Tests of what reads a configuration, taken together. */
@NullMarked
package lab.nginx;

import org.jspecify.annotations.NullMarked;
