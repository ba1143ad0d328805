/**
 * The one file that nginx really reads: the person's own text, includes flattened, with the few
 * bytes replaced that would touch the machine outside of the run's folder.
 *
 * <p>Every line still stands for one line of the person's files. What cannot be rewritten for
 * certain is refused, never guessed. Knows nothing of processes: who starts nginx and which ports
 * are free is told by the options.
 */
@NullMarked
package lab.nginx.generate;

import org.jspecify.annotations.NullMarked;
