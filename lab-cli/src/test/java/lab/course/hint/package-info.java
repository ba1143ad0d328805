@NullMarked
package lab.course.hint;

import org.jspecify.annotations.NullMarked;
