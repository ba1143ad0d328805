/**
 * The process between the lab and the programs of a stack, in a session of its own.
 *
 * <p>It lives as long as the lab holds the other end of its standard input, or until it is told to
 * stay and later to end; whatever way it goes, its children go first. It knows command lines and
 * readiness, not what the programs do. A process of its own, and not a thread of the lab, because
 * {@code kill -9} of the lab and a closed terminal must leave nothing behind.
 */
@NullMarked
package lab.stack.supervisor;

import org.jspecify.annotations.NullMarked;
