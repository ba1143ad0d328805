/**
 * JShell over a JVM of ours: evaluates sources, keeps what must survive that JVM's death, and
 * brings it back.
 */
@NullMarked
package lab.jshell.session;

import org.jspecify.annotations.NullMarked;
