/**
 * The commands about nginx.conf: check, explain, parse, policy.
 *
 * <p>Words and exit codes only; the file is read by {@code lab.nginx} and judged by {@code
 * lab.lint}.
 */
@NullMarked
package lab.cli.nginx;

import org.jspecify.annotations.NullMarked;
