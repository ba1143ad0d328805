/**
 * One stack, and loads played against one configuration after the other: with fresh workers and a
 * fresh nginx each, so that no queue of dead requests reaches from one into the next.
 *
 * <p>Observes; does not judge.
 */
@NullMarked
package lab.verify.arm;

import org.jspecify.annotations.NullMarked;
