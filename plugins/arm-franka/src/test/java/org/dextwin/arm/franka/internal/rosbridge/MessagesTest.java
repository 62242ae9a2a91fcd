package org.dextwin.arm.franka.internal.rosbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Messages field by field. The operations are those of the rosbridge v2.0 protocol
 * (RobotWebTools/rosbridge_suite, ROSBRIDGE_PROTOCOL.md, 3.4.1 to 3.4.4), the fields those of ROS
 * 2's {@code trajectory_msgs/msg/JointTrajectory}, {@code JointTrajectoryPoint} and {@code
 * builtin_interfaces/msg/Duration}. Fields of JSON have no order, so the texts are compared as what
 * they mean.
 */
class MessagesTest {

  private static void assertMeans(String text, String expected) throws IOException {
    assertThat(Json.read(text)).isEqualTo(Json.read(expected));
  }

  @Test
  void subscribingNamesTopicTypeAndQueue() throws IOException {
    assertMeans(
        Messages.subscribe("/joint_states", Messages.JOINT_STATE),
        """
        {"op": "subscribe", "topic": "/joint_states", "type": "sensor_msgs/msg/JointState",
         "queue_length": 1}
        """);
  }

  @Test
  void advertisingNamesTopicAndType() throws IOException {
    assertMeans(
        Messages.advertise("/arm_controller/joint_trajectory", Messages.TRAJECTORY),
        """
        {"op": "advertise", "topic": "/arm_controller/joint_trajectory",
         "type": "trajectory_msgs/msg/JointTrajectory"}
        """);
  }

  @Test
  void aTrajectoryIsOnePointWithItsTime() throws IOException {
    assertMeans(
        Messages.trajectory(
            "/t",
            List.of("fr3_joint1", "fr3_joint2"),
            new double[] {0.25, -1.5},
            new double[0],
            1_050_000_000L),
        """
        {"op": "publish", "topic": "/t", "msg": {
          "joint_names": ["fr3_joint1", "fr3_joint2"],
          "points": [{"positions": [0.25, -1.5], "velocities": [],
                      "time_from_start": {"sec": 1, "nanosec": 50000000}}]}}
        """);
  }

  /** As rosbridge publishes a JointState: the example of sensor_msgs in numbers. */
  @Test
  void jointStatesAreRead() throws IOException {
    Map<String, Object> message =
        Json.read(
            """
            {"op": "publish", "topic": "/joint_states", "msg": {
              "header": {"stamp": {"sec": 12, "nanosec": 5}, "frame_id": ""},
              "name": ["a", "b"], "position": [1, 2.5e-3], "velocity": [null, -0.5], "effort": []}}
            """);
    Map<?, ?> state = Json.map(message, "msg");
    assertThat(Json.word(message, "op")).isEqualTo("publish");
    assertThat(Json.list(state, "name")).hasToString("[a, b]");
    assertThat(Json.number(Json.list(state, "position"), 1)).isEqualTo(2.5e-3);
    assertThat(Json.number(Json.list(state, "velocity"), 0)).as("not known").isNaN();
    assertThat(Json.number(Json.list(state, "effort"), 1)).as("left out").isNaN();
  }
}
