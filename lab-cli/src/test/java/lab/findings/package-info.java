/** Tests of the grading of write-ups. */
@NullMarked
package lab.findings;

import org.jspecify.annotations.NullMarked;
