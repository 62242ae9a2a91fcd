package org.dextwin.testkit.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;

/** What holds for the model of any robot. */
final class RobotChecks {

  private RobotChecks() {}

  /** Checks that limits bound a range, within a largest angle and a largest travel. */
  static void assertLimitsAreSane(RobotModel robot, double angle, double travel) {
    for (Joint joint : robot.movingJoints()) {
      double most = joint.type() == Joint.Type.REVOLUTE ? angle : travel;
      assertThat(joint.lower())
          .as("lower limit of '%s' [rad or m]", joint.name())
          .isBetween(-most, most)
          .isLessThan(joint.upper());
      assertThat(joint.upper())
          .as("upper limit of '%s' [rad or m]", joint.name())
          .isBetween(-most, most);
    }
  }

  static void assertMotorsDriveDistinctJoints(RobotModel robot) {
    List<String> driven = robot.actuators().stream().map(Actuator::joint).toList();
    assertThat(driven).as("driven joints").isNotEmpty().doesNotHaveDuplicates();
    assertThat(robot.actuators().stream().map(Actuator::name).toList())
        .as("names of the motors")
        .doesNotHaveDuplicates();
  }

  /** Checks that all joints have motors and that every order converts to every other and back. */
  static void assertOrdersConvert(RobotModel robot) {
    assertThat(robot.motorOrder().joints())
        .as("joints in the order of the motors, against the kinematic order")
        .containsExactlyInAnyOrderElementsOf(robot.kinematicOrder().joints());
    for (JointOrder from : robot.jointOrders()) {
      double[] values = new double[from.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = i;
      }
      JointVector vector = new JointVector(from, values);
      for (JointOrder to : robot.jointOrders()) {
        assertThat(vector.in(to).in(from))
            .as("'%s' to '%s' and back", from.name(), to.name())
            .isEqualTo(vector);
      }
    }
  }

  static void assertInertiasAreThoseOfBodies(RobotModel robot) {
    for (Link link : robot.links()) {
      Optional<MassProperties> mass = link.mass();
      if (mass.isPresent()) {
        assertThat(isInertiaOfABody(mass.get().inertia()))
            .as(
                "principal moments of '%s' keep the triangle inequality: %s",
                link.name(), mass.get().inertia())
            .isTrue();
      }
    }
  }

  /** tr(I)/2 1 - I, the second moment of mass, must not be negative (Wensing et al. 2018). */
  private static boolean isInertiaOfABody(SymmetricMatrix3 inertia) {
    // thin rods and plates sit on the bound: allow for digits lost in files
    double half = (inertia.xx() + inertia.yy() + inertia.zz()) / 2 * (1 + 1e-2);
    return SymmetricMatrix3.diagonal(half, half, half).plus(inertia.times(-1)).isPositiveDefinite();
  }

  /** Poses of all links in the root, every joint in the middle of its range. */
  static Map<String, Pose> linkPoses(RobotModel robot) {
    Map<String, Pose> poses = new HashMap<>();
    poses.put(robot.root(), Pose.identity(robot.root(), robot.root()));
    for (Joint joint : robot.joints()) {
      Pose parent = poseOf(joint.parent(), poses);
      Pose atZero = new Pose(joint.parent(), joint.child(), joint.position(), joint.rotation());
      double middle = (joint.lower() + joint.upper()) / 2;
      poses.put(joint.child(), parent.times(atZero.times(moved(joint, middle))));
    }
    return poses;
  }

  static Pose poseOf(String link, Map<String, Pose> poses) {
    return Optional.ofNullable(poses.get(link)).orElseThrow();
  }

  private static Pose moved(Joint joint, double q) {
    Vec3 position = joint.type() == Joint.Type.PRISMATIC ? joint.axis().times(q) : Vec3.ZERO;
    Vec3 turn = joint.type() == Joint.Type.REVOLUTE ? joint.axis().times(q) : Vec3.ZERO;
    return new Pose(joint.child(), joint.child(), position, Quat.exp(turn));
  }
}
