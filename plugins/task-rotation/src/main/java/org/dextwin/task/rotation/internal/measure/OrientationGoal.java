package org.dextwin.task.rotation.internal.measure;

import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.learning.rotation.RotationMeasures;

/**
 * An orientation that is to be reached; the axis to turn about is that of the rotation to it.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: DexNDM, section C, GO Succ.
 *
 * @param rotation R_WO to be reached
 * @param axis unit axis from the start to it, in the world
 */
public record OrientationGoal(Quat rotation, Vec3 axis) {

  /** What counts as reached [rad]. */
  public static final double CLOSE = 0.1 * Math.PI;

  /**
   * Draws a goal, evenly over all orientations that are not reached already.
   *
   * @param start R_WO at the beginning
   * @param random where to draw from
   * @return the goal
   */
  public static OrientationGoal draw(Quat start, SplittableRandom random) {
    while (true) {
      // four normal numbers, normalised, are even over rotations (Marsaglia 1972)
      Quat goal =
          Quat.normalizing(
              random.nextGaussian(),
              random.nextGaussian(),
              random.nextGaussian(),
              random.nextGaussian());
      Vec3 turn = goal.times(start.inverse()).log();
      if (turn.norm() > CLOSE) {
        return new OrientationGoal(goal, turn.normalized());
      }
    }
  }

  /**
   * Writes down how far it is.
   *
   * @param now R_WO
   * @param measures where to
   */
  public void report(Quat now, Map<String, Double> measures) {
    double left = now.angleTo(rotation);
    measures.put(RotationMeasures.GOAL_ANGLE, left);
    measures.put(RotationMeasures.GOAL_SUCCESS, left < CLOSE ? 1.0 : 0.0);
  }
}
