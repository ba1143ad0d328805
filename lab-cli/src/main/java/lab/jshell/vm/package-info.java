/**
 * The learner's JVM seen from the lab: started, fenced, spoken to, and ended.
 *
 * <p>It knows no snippet and no exercise; whatever comes from that JVM is untrusted text.
 */
@NullMarked
package lab.jshell.vm;

import org.jspecify.annotations.NullMarked;
