/** The admission that a static answer would be a guess. Knows nothing of nginx. */
@NullMarked
package lab.nginx.routing.doubt;

import org.jspecify.annotations.NullMarked;
