/**
 * Slips of the keyboard, pasted characters and habits from other formats, for which nginx refuses a
 * file.
 *
 * <p>Each rule stands alone and points at what the person must edit, which is often not the line
 * that nginx names.
 */
@NullMarked
package lab.lint.mistake.text;

import org.jspecify.annotations.NullMarked;
