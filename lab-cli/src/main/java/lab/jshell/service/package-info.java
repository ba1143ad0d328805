/**
 * The lab's end of the bench: answers what a snippet in {@code lab shell} asks for.
 *
 * <p>It cannot put a stack together: whoever opens the shell hands it {@link
 * lab.jshell.service.LabStack}. It knows nothing of JShell or of a screen.
 */
@NullMarked
package lab.jshell.service;

import org.jspecify.annotations.NullMarked;
