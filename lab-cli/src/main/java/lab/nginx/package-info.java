/**
 * {@code nginx.conf} as data: the tree in {@code syntax}, with its parser and the include closure
 * below it, and what is built on that tree: {@code grammar} (which directive may stand where),
 * {@code routing} (where a request goes), {@code generate} (the copy that nginx really reads) and
 * {@code policy} (whether a stranger's file may be run).
 *
 * <p>Knows nothing of processes, sockets or terminals.
 */
@NullMarked
package lab.nginx;

import org.jspecify.annotations.NullMarked;
