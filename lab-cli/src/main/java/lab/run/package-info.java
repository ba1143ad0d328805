/**
 * One replay of a scenario against a stack, kept as a run folder; everything shown later is a
 * function of that folder.
 *
 * <p>Wires nginx, stack and load together; knows nothing of stages or verdicts.
 */
@NullMarked
package lab.run;

import org.jspecify.annotations.NullMarked;
