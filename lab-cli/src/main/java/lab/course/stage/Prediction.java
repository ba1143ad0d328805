package lab.course.stage;

import java.util.Optional;

/**
 * A number that the learner writes down before they measure.
 *
 * @param truth what will be measured, in the unit
 * @param because one sentence: why it is so; told once the stage has passed
 */
public record Prediction(
    String id, String ask, String unit, double truth, Optional<String> because) {}
