/**
 * The system under study: the slow feed and the web application in its four modes, as programs that
 * each start by hand.
 *
 * <p>Shares no type with the lab, which meets it over a command line, ports and HTTP.
 */
@NullMarked
package server;

import org.jspecify.annotations.NullMarked;
