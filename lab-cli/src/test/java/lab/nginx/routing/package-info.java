@NullMarked
package lab.nginx.routing;

import org.jspecify.annotations.NullMarked;
