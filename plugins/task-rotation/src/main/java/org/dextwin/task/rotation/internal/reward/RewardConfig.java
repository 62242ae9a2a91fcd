package org.dextwin.task.rotation.internal.reward;

import org.dextwin.api.spi.Key;

/**
 * Weights of the reward.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: DexNDM, A.1; what it leaves open is that of its published code's kind.
 *
 * @param rotation weight of the rotation
 * @param clipRadS largest speed that is rewarded, c [rad/s]
 * @param linear weight of the object's speed
 * @param pose weight of the deviation from the initial pose of the hand
 * @param work weight of the joints' work
 * @param torque weight of the joints' torques
 * @param penalty weight of all penalties
 * @param resets number of resets so far in training
 * @param goal weight of the intermediate goal
 * @param goalGain g_goal
 * @param goalClip c_goal
 * @param goalBonus g_bonus
 */
public record RewardConfig(
    @Key(doc = "Weight of the rotation.", byDefault = "1") double rotation,
    @Key(doc = "Largest speed about the axis that is rewarded.", byDefault = "0.5", above = 0)
        double clipRadS,
    @Key(doc = "Weight of the object's speed, squared.", byDefault = "0.3") double linear,
    @Key(doc = "Weight of the hand's distance from its initial pose, squared.", byDefault = "0.3")
        double pose,
    @Key(doc = "Weight of the joints' work.", byDefault = "2") double work,
    @Key(doc = "Weight of the joints' torques, squared.", byDefault = "0.1") double torque,
    @Key(doc = "Weight of all penalties.", byDefault = "1") double penalty,
    @Key(
            doc =
                "How many resets training has seen, by which the weight of off-axis rotation rises"
                    + " from 0 at 10 to 0.1 at 100.",
            byDefault = "100",
            atLeast = 0)
        long resets,
    @Key(doc = "Weight of the intermediate goal.", byDefault = "1") double goal,
    @Key(doc = "Reward per inverse angle to the intermediate goal.", byDefault = "0.1", atLeast = 0)
        double goalGain,
    @Key(doc = "Largest reward of it.", byDefault = "0.5", atLeast = 0) double goalClip,
    @Key(doc = "Bonus within 15 degrees of it.", byDefault = "0.5", atLeast = 0) double goalBonus) {

  private static final double FIRST = 10;
  private static final double LAST = 100;
  private static final double FULL = 0.1;

  /**
   * Returns the weight of off-axis rotation after a number of resets.
   *
   * @param resets number of resets
   * @return 0 up to 10, 0.1 from 100 on, linear between
   */
  public static double offAxisWeight(long resets) {
    return FULL * Math.max(0, Math.min(1, (resets - FIRST) / (LAST - FIRST)));
  }
}
