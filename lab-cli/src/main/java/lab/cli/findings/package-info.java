/**
 * How a graded write-up looks, as text and as JSON, and how recorded runs become its evidence.
 *
 * <p>Must not know commands or exit codes.
 */
@NullMarked
package lab.cli.findings;

import org.jspecify.annotations.NullMarked;
