package org.dextwin.experiments.drex.internal.pushlog.synthetic;

import java.util.List;

/**
 * What differs from push to push beside body and motor.
 *
 * @param pushing whether index, middle and ring touch the body; others pass beside it
 * @param stands how far each finger stands ahead of the middle one's place [m]
 * @param tipFriction friction of the fingertips on the body
 * @param frictions friction of the three joints beyond its mean
 * @param turnNoise noise of tracked rotations of a body that moves, beyond that at rest [rad]
 * @param wayNoise noise of its tracked positions across the view [m]
 */
record PushSetting(
    List<Boolean> pushing,
    List<Double> stands,
    double tipFriction,
    List<FrictionWaves> frictions,
    double turnNoise,
    double wayNoise) {

  /** The middle finger pushes, and nothing is rough. */
  static final PushSetting PLAIN =
      new PushSetting(
          List.of(false, true, false),
          List.of(0.0, 0.0, 0.0),
          0.3,
          List.of(FrictionWaves.NONE, FrictionWaves.NONE, FrictionWaves.NONE),
          0,
          0);
}
