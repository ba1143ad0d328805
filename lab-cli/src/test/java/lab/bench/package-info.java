/**
 * The Java halves of {@code bench/}: each prints figures of one run on this machine, as a table.
 *
 * <p>They measure and never assert: what is held against a target is a ratio within one run, which
 * {@code bench/run} shows. They see the lab's public types only; the programs under study are met
 * by command line.
 */
@NullMarked
package lab.bench;

import org.jspecify.annotations.NullMarked;
