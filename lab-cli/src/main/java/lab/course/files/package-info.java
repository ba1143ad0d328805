/**
 * The learner's files: what they begin with, what was kept before something was done to them, and
 * how that is put back.
 *
 * <p>Before a file is replaced its content lies in {@code .lab/snapshots} and the act in the
 * journal. Knows nothing of verdicts.
 */
@NullMarked
package lab.course.files;

import org.jspecify.annotations.NullMarked;
