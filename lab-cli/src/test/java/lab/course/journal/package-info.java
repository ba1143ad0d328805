@NullMarked
package lab.course.journal;

import org.jspecify.annotations.NullMarked;
