@NullMarked
package lab.course.variation;

import org.jspecify.annotations.NullMarked;
