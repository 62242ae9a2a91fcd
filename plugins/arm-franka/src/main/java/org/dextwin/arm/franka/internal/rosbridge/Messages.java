package org.dextwin.arm.franka.internal.rosbridge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The messages that a client of a joint trajectory controller sends, ROS 2 types. */
public final class Messages {

  /** Type of the joints' state. */
  public static final String JOINT_STATE = "sensor_msgs/msg/JointState";

  /** Type of a trajectory. */
  public static final String TRAJECTORY = "trajectory_msgs/msg/JointTrajectory";

  private static final long SECOND = 1_000_000_000L;

  private Messages() {}

  /** Asks for the messages of a topic. */
  public static String subscribe(String topic, String type) {
    return Json.text(Map.of("op", "subscribe", "topic", topic, "type", type, "queue_length", 1));
  }

  /** Announces messages on a topic. */
  public static String advertise(String topic, String type) {
    return Json.text(Map.of("op", "advertise", "topic", topic, "type", type));
  }

  /**
   * Publishes a trajectory of one point.
   *
   * @param topic the controller's topic
   * @param joints names of the joints
   * @param position where to be [rad]
   * @param velocity how fast to be then [rad/s]; empty if that does not matter
   * @param nanos when to be there, from now [ns]
   */
  public static String trajectory(
      String topic, List<String> joints, double[] position, double[] velocity, long nanos) {
    Map<String, Object> point =
        Map.of(
            "positions",
            Arrays.stream(position).boxed().toList(),
            "velocities",
            Arrays.stream(velocity).boxed().toList(),
            "time_from_start",
            Map.of("sec", nanos / SECOND, "nanosec", nanos % SECOND));
    return Json.text(
        Map.of(
            "op",
            "publish",
            "topic",
            topic,
            "msg",
            Map.of("joint_names", joints, "points", List.of(point))));
  }
}
