/**
 * The command lines of the programs, and the only place that knows exit codes, standard output and
 * the wiring.
 */
@NullMarked
package server.cli;

import org.jspecify.annotations.NullMarked;
