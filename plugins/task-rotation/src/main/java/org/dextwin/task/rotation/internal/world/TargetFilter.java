package org.dextwin.task.rotation.internal.world;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.collision.RobotClearance;
import org.dextwin.mechanics.kinematics.KinematicTree;

/**
 * Keeps targets from driving a hand into itself: a step that would is shortened until it does not.
 * A hand that overlaps already may move apart.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class TargetFilter {

  private static final int HALVINGS = 4;

  private final RobotClearance clearance;
  private final double margin;

  /**
   * Makes a filter.
   *
   * @param robot the hand
   * @param margin least distance of capsules within its parts [m]
   */
  public TargetFilter(RobotModel robot, double margin) {
    this.clearance =
        new RobotClearance(
            new KinematicTree(InnerCapsules.of(robot)),
            Pose.identity(Pose.WORLD, robot.root()),
            List.of());
    this.margin = margin;
  }

  /**
   * Shortens a step.
   *
   * @param from targets in force [rad]; not modified
   * @param to targets that are wanted [rad]; overwritten by those that are allowed
   */
  public void admit(float[] from, float[] to) {
    double least = Math.min(margin, clearance(from));
    for (int n = 0; n < HALVINGS && clearance(to) < least; n++) {
      for (int i = 0; i < to.length; i++) {
        to[i] = (from[i] + to[i]) / 2;
      }
    }
    if (clearance(to) < least) {
      System.arraycopy(from, 0, to, 0, to.length);
    }
  }

  /**
   * Returns how far the parts of the hand are apart.
   *
   * @param targets joint positions [rad]
   * @return the least distance; negative if parts overlap [m]
   */
  double clearance(float[] targets) {
    return clearance.clearance(Control.exact(targets));
  }
}
