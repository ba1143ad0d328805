/** The packaged programs under test, and the rules of the house. */
@NullMarked
package server;

import org.jspecify.annotations.NullMarked;
