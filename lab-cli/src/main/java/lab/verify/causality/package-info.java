/**
 * The learner's configuration with one route's block put back as it was shipped.
 *
 * <p>Works on the text of the file, so that everything else stays byte for byte as it is.
 */
@NullMarked
package lab.verify.causality;

import org.jspecify.annotations.NullMarked;
