/**
 * What nginx's own directives are called, where each may stand and what each takes: a table, not
 * code.
 *
 * <p>Knows the tree of {@code syntax}; knows nothing of what a directive does, nor of the lab.
 * Source: the command tables of nginx's public source, releases 1.22.1 to 1.31.4.
 */
@NullMarked
package lab.nginx.grammar;

import org.jspecify.annotations.NullMarked;
