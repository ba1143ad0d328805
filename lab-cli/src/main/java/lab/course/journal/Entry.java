package lab.course.journal;

import java.time.Instant;

/**
 * A line of the journal.
 *
 * @param number 1 for the first, without gaps
 */
public record Entry(long number, Instant at, Event event) {}
