@NullMarked
package lab.course.stage;

import org.jspecify.annotations.NullMarked;
