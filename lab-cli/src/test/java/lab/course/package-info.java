@NullMarked
package lab.course;

import org.jspecify.annotations.NullMarked;
