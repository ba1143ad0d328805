/** Real programs, real sockets: what the tests of the packaged server start and talk to. */
@NullMarked
package server.testing;

import org.jspecify.annotations.NullMarked;
