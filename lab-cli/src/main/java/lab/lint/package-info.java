/**
 * Rules over the tree of a configuration; each yields diagnostics. Advice, never a grade.
 *
 * <p>Imports only the tree of lab.nginx.
 */
@NullMarked
package lab.lint;

import org.jspecify.annotations.NullMarked;
