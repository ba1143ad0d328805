/**
 * The commands, and the only place that knows exit codes, standard output and the wiring.
 *
 * <p>Imports all; nothing imports it.
 */
@NullMarked
package lab.cli;

import org.jspecify.annotations.NullMarked;
