/**
 * What a stage asks for: checks with the parameters of their kind.
 *
 * <p>Plain data, read from {@code stage.yaml} by the course. It does not know how anything is
 * observed.
 */
@NullMarked
package lab.check.spec;

import org.jspecify.annotations.NullMarked;
