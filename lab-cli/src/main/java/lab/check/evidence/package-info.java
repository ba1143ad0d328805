/**
 * What was observed of one stage: traffic with its two witnesses (clients and servers), runs and
 * predictions on record, what the other graders said.
 *
 * <p>Plain data. It does not know what is wanted.
 */
@NullMarked
package lab.check.evidence;

import org.jspecify.annotations.NullMarked;
