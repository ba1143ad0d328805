/**
 * The commands about runs of traffic: run, show, diff.
 *
 * <p>Words and exit codes only; what is sent and what is kept is the business of {@code lab.run}.
 */
@NullMarked
package lab.cli.run;

import org.jspecify.annotations.NullMarked;
