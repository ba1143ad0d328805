/**
 * {@code lab watch}: checks whenever a file of the stage is saved.
 *
 * <p>Saves are noticed by reading the few files again and again and comparing digests: file events
 * do not reach over WSL mounts, network folders and the like. One thread owns the screen and
 * decides; checks run on another one and send word. Judges nothing itself.
 */
@NullMarked
package lab.cli.watch;

import org.jspecify.annotations.NullMarked;
