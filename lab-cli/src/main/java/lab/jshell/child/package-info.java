/**
 * What runs inside the learner's JVM beside the learner's code: the agent and its line to the lab.
 *
 * <p>Only this package, {@code kit} and {@code bench} are on that JVM's class path, so they import
 * nothing else of ours and no library. Nothing here is trusted by the lab: a snippet can reach it.
 */
@NullMarked
package lab.jshell.child;

import org.jspecify.annotations.NullMarked;
