/** YAML files that people write. */
@NullMarked
package lab.course.yaml;

import org.jspecify.annotations.NullMarked;
