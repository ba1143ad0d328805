/**
 * What {@code lab nginx check} and {@code lab explain} do beside reading their options: asking the
 * real nginx, and writing the answer as text, JSON or SARIF.
 *
 * <p>Knows no command and no exit code.
 */
@NullMarked
package lab.cli.check;

import org.jspecify.annotations.NullMarked;
