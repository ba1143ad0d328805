@NullMarked
package lab.course.book;

import org.jspecify.annotations.NullMarked;
