/**
 * Whether a stranger's configuration may be given to nginx: default deny, an allow-list by context,
 * and rules for the values.
 *
 * <p>It is the first wall, not the only one: a sandbox stands behind it. It reads names and values
 * and matches no regular expression. Knows nothing of how a file is run or graded.
 */
@NullMarked
package lab.nginx.policy;

import org.jspecify.annotations.NullMarked;
