package lab.course.stage;

/**
 * A number that the learner writes down before they measure.
 *
 * @param truth what will be measured, in the unit
 */
public record Prediction(String id, String ask, String unit, double truth) {}
