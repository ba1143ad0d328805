/**
 * What a configuration says about routing: servers, names, locations, tables and upstream groups,
 * in the order and with the inheritance that nginx gives them.
 *
 * <p>Nothing here changes while requests pass. Knows the syntax tree and patterns; knows nothing of
 * requests.
 */
@NullMarked
package lab.nginx.routing.site;

import org.jspecify.annotations.NullMarked;
