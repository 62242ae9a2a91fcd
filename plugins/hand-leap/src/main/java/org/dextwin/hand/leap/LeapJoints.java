package org.dextwin.hand.leap;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.model.JointOrder;

/**
 * Names of the right hand's joints and the orders in which programs list them. In a finger, the
 * chain from the palm is mcp (forward), rot (to the side), pip, dip; the motors of the first two
 * are numbered the other way round.
 */
final class LeapJoints {

  /** Name of the hand. */
  static final String HAND = "leap-right";

  /**
   * By motor id, 0 to 15, which is the order of LEAP's own API: index, middle, ring as side,
   * forward, PIP, DIP, then the thumb from its base.
   */
  static final JointOrder MOTOR =
      new JointOrder(
          HAND + "-motor",
          List.of(
              "index-rot",
              "index-mcp",
              "index-pip",
              "index-dip",
              "middle-rot",
              "middle-mcp",
              "middle-pip",
              "middle-dip",
              "ring-rot",
              "ring-mcp",
              "ring-pip",
              "ring-dip",
              "thumb-cmc",
              "thumb-axl",
              "thumb-mcp",
              "thumb-ipl"));

  /** Along the chains, from the palm to the tips. */
  static final JointOrder KINEMATIC =
      byMotor("kinematic", 1, 0, 2, 3, 5, 4, 6, 7, 9, 8, 10, 11, 12, 13, 14, 15);

  /** Of MuJoCo Menagerie's {@code leap_hand}: along the chains as well. */
  static final JointOrder MJCF = new JointOrder(HAND + "-mjcf", KINEMATIC.joints());

  /**
   * Of Isaac Gym, in LEAP_Hand_Sim and in the states of DexNDM: index, thumb, middle, ring (the
   * table {@code real_to_sim} of LEAP's API).
   */
  static final JointOrder ISAAC =
      byMotor("isaac", 1, 0, 2, 3, 12, 13, 14, 15, 5, 4, 6, 7, 9, 8, 10, 11);

  private LeapJoints() {}

  private static JointOrder byMotor(String name, int... motors) {
    return new JointOrder(
        HAND + "-" + name, Arrays.stream(motors).mapToObj(MOTOR.joints()::get).toList());
  }
}
