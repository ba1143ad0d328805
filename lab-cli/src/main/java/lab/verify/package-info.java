/**
 * The use case: a stage, its evidence, its verdicts, its run folder.
 *
 * <p>{@code arm} plays a load against one configuration and reads back what all witnesses say,
 * {@code causality} puts single blocks of the shipped file back. Decides nothing itself: {@code
 * lab.check} does, as a function of what is kept in the run's folder. Knows neither screens nor
 * exit codes.
 */
@NullMarked
package lab.verify;

import org.jspecify.annotations.NullMarked;
