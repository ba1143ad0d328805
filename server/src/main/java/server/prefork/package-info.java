/**
 * Mode {@code sync}: preforked workers around one listening socket, and the only place of this
 * module that starts processes.
 *
 * <p>The arbiter makes the listening socket its descriptor 0, so that every child inherits it as
 * standard input; {@code System.inheritedChannel} gives it to the worker. All workers block in
 * accept on that one socket and so share one kernel backlog. SO_REUSEPORT was the other choice: it
 * gives each worker a backlog of its own, which dies with it, and waits four to twenty times as
 * long at the same load.
 *
 * <p>A worker takes exactly one connection at a time because its single acceptor thread itself
 * counts the connection before it looks whether it may accept the next. The socket must stay in
 * blocking mode everywhere: that flag belongs to the socket, not to the process, and one worker
 * that changed it would change it for all.
 *
 * <p>Standard output of a worker is a pipe to the arbiter: byte 0 is a heartbeat, anything else is
 * text of the JVM (warnings, thread dumps) and goes to the log. A worker beats while it holds no
 * connection and whenever one ends, as gunicorn's sync worker does between requests; so one long
 * request, or stream, makes it silent, and the arbiter kills it.
 */
@NullMarked
package server.prefork;

import org.jspecify.annotations.NullMarked;
