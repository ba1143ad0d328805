/** Tests of the generated file. */
@NullMarked
package lab.nginx.generate;

import org.jspecify.annotations.NullMarked;
