/**
 * One nginx.conf with all that can be said of it: our own findings and the real nginx's answer,
 * joined with the facts of the incident and of this machine.
 *
 * <p>Used by {@code lab nginx check} and by the check of kind {@code nginx-loads}.
 */
@NullMarked
package lab.verify.file;

import org.jspecify.annotations.NullMarked;
