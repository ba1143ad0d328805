@NullMarked
package lab.run.real;

import org.jspecify.annotations.NullMarked;
