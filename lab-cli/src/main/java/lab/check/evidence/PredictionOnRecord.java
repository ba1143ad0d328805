package lab.check.evidence;

import java.time.Instant;

/**
 * What the learner expected.
 *
 * @param value as it was typed
 * @param at when it was locked
 */
public record PredictionOnRecord(String value, Instant at) {}
