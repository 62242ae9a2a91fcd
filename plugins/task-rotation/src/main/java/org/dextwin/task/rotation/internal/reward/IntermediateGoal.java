package org.dextwin.task.rotation.internal.reward;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * A waypoint a quarter turn ahead, that moves on when it is nearly reached.
 *
 * <p><i>Thread safety</i>: confined.
 *
 * <p><i>References</i>: DexNDM, A.1, r_goal.
 */
public final class IntermediateGoal {

  /** Angle at which the waypoint moves on, and within which there is a bonus [rad]. */
  public static final double REACHED = Math.toRadians(15);

  private static final double AHEAD = Math.PI / 2;

  /** epsilon of the reward [rad]. */
  private static final double SMOOTHING = 0.05;

  private final Vec3 axis;
  private final RewardConfig config;
  private Quat waypoint;
  private int reached;

  /**
   * Sets the first waypoint.
   *
   * @param axis unit axis, in the world
   * @param start R_WO
   * @param config weights
   */
  public IntermediateGoal(Vec3 axis, Quat start, RewardConfig config) {
    this.axis = axis;
    this.config = config;
    this.waypoint = ahead(start);
  }

  private Quat ahead(Quat from) {
    return Quat.aboutAxis(axis, AHEAD).times(from);
  }

  /**
   * Rewards an orientation, and moves the waypoint on if it is reached.
   *
   * @param now R_WO
   * @return clip(g / (angle + epsilon), 0, c) + bonus
   */
  public double reward(Quat now) {
    double angle = now.angleTo(waypoint);
    double reward =
        Math.max(0, Math.min(config.goalGain() / (angle + SMOOTHING), config.goalClip()));
    if (angle < REACHED) {
      reward += config.goalBonus();
      waypoint = ahead(now);
      reached++;
    }
    return reward;
  }

  /** Returns the orientation to be reached next, R_WG. */
  public Quat waypoint() {
    return waypoint;
  }

  /** Returns how many waypoints were reached. */
  public int reached() {
    return reached;
  }
}
