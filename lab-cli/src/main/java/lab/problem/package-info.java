/**
 * What went wrong around the lab, in words for the person in front of the screen: what, where, and
 * the next step; and the name that a person may have meant.
 *
 * <p>Every other package may import this one; it imports nothing of ours. It does not know exit
 * codes or colours: {@code lab.cli} does.
 */
@NullMarked
package lab.problem;

import org.jspecify.annotations.NullMarked;
