/** What evidence says of itself, without sockets. */
@NullMarked
package lab.check.evidence;

import org.jspecify.annotations.NullMarked;
