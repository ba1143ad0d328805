/** Tests of the table of directives, against itself and against the real nginx. */
@NullMarked
package lab.nginx.grammar;

import org.jspecify.annotations.NullMarked;
