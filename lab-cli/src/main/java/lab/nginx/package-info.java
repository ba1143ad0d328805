/**
 * {@code nginx.conf} as data: lexer, parser and include closure in {@code syntax}, and what is
 * built on that tree.
 *
 * <p>Knows nothing of processes, sockets or terminals.
 */
@NullMarked
package lab.nginx;

import org.jspecify.annotations.NullMarked;
