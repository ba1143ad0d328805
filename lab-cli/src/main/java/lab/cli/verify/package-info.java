/**
 * The screens of {@code lab verify}: progress while it goes on, verdicts when it has ended.
 *
 * <p>Words first: colour says nothing that a word does not say. Decides nothing.
 */
@NullMarked
package lab.cli.verify;

import org.jspecify.annotations.NullMarked;
