/**
 * What a program was told on its command line, checked and in units.
 *
 * <p>Every other package may import this one; it imports nothing of ours.
 */
@NullMarked
package server.settings;

import org.jspecify.annotations.NullMarked;
