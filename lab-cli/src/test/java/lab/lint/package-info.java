/** The rules, held against their fixtures and against the real nginx. */
@NullMarked
package lab.lint;

import org.jspecify.annotations.NullMarked;
