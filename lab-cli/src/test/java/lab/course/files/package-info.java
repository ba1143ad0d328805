@NullMarked
package lab.course.files;

import org.jspecify.annotations.NullMarked;
