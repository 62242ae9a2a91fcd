package org.dextwin.arm.franka.internal.driver;

import java.util.Optional;
import org.dextwin.api.spi.Key;

/**
 * How to talk to the arm's controller.
 *
 * @param controller name of the joint trajectory controller
 * @param jointStates topic of the joints' state
 * @param jointPrefix what the joints' names in ROS begin with
 * @param horizonMs time that the controller has to reach a target
 */
public record RosbridgeConfig(
    @Key(
            doc = "Name of the joint trajectory controller.",
            byDefault = "joint_trajectory_controller")
        String controller,
    @Key(doc = "Topic of the joints' state.", byDefault = "/joint_states") String jointStates,
    @Key(
            doc =
                "What the joints' names in ROS begin with; panda_ or fr3_ by the arm's variant"
                    + " unless given.")
        Optional<String> jointPrefix,
    @Key(
            doc = "Time that the controller has to reach a target; two periods of the loop.",
            byDefault = "100",
            atLeast = 5,
            atMost = 5000)
        double horizonMs) {

  /** What applies when the configuration says nothing. */
  public static final RosbridgeConfig DEFAULT =
      new RosbridgeConfig("joint_trajectory_controller", "/joint_states", Optional.empty(), 100);

  /** Returns the name of a joint in ROS. */
  public String rosName(String robot, String joint) {
    return jointPrefix.orElse(robot.contains("fr3") ? "fr3_" : "panda_") + joint;
  }

  /** Returns the topic that the controller takes trajectories from. */
  public String trajectoryTopic() {
    return "/" + controller + "/joint_trajectory";
  }
}
