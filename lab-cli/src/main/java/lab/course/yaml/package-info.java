/**
 * YAML files that people write, read with the line of everything, so that all faults are told at
 * once and where they are.
 *
 * <p>Works on the composed nodes of SnakeYAML Engine, because a value that has been bound to a type
 * no longer knows its line. Knows nothing of stages.
 */
@NullMarked
package lab.course.yaml;

import org.jspecify.annotations.NullMarked;
