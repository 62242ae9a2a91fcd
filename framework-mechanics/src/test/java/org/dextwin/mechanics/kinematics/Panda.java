package org.dextwin.mechanics.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;

/** The Franka Emika Panda (FER) by its Denavit-Hartenberg table, with capsules for links. */
public final class Panda {

  /** Posture that Franka Robotics calls ready. */
  @SuppressWarnings("MutablePublicArray") // of a test
  public static final double[] READY = {
    0, -Math.PI / 4, 0, -3 * Math.PI / 4, 0, Math.PI / 2, Math.PI / 4
  };

  private static final double RIGHT = Math.PI / 2;

  /** Franka Robotics, "Robot and interface specifications". */
  private static final List<DhRow> ROWS =
      List.of(
          new DhRow(0, 0, 0.333),
          new DhRow(0, -RIGHT, 0),
          new DhRow(0, RIGHT, 0.316),
          new DhRow(0.0825, RIGHT, 0),
          new DhRow(-0.0825, -RIGHT, 0.384),
          new DhRow(0, RIGHT, 0),
          new DhRow(0.088, RIGHT, 0));

  private static final double[] LOWER = {
    -2.8973, -1.7628, -2.8973, -3.0718, -2.8973, -0.0175, -2.8973
  };
  private static final double[] UPPER = {2.8973, 1.7628, 2.8973, -0.0698, 2.8973, 3.7525, 2.8973};

  /** Rough shapes: from, to and radius of a capsule on each moving link. */
  private static final double[][] CAPSULES = {
    {0, 0, -0.19, 0, 0, 0, 0.075},
    {0, 0, 0, 0, -0.19, 0, 0.075},
    {0, 0, -0.11, 0, 0, -0.01, 0.07},
    {-0.0825, 0.05, 0, -0.0825, 0.13, 0, 0.07},
    {0, 0, -0.26, 0, 0.06, -0.05, 0.065},
    {0, 0, 0, 0.088, 0.01, 0, 0.05},
    {0, 0, 0.01, 0, 0, 0.107, 0.045},
  };

  private Panda() {}

  /** Returns the arm; its links are {@code 0} to {@code 7} and {@code flange}. */
  public static RobotModel model() {
    DhChain chain = DhChain.modified(ROWS, new DhRow(0, 0, 0.107));
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    links.add(new Link("0", Optional.empty(), List.of()));
    for (int i = 0; i < 7; i++) {
      Pose pose = chain.joints().get(i);
      links.add(new Link(pose.body(), Optional.empty(), List.of(capsule(CAPSULES[i]))));
      joints.add(joint(pose, Joint.Type.REVOLUTE, LOWER[i], UPPER[i]));
    }
    links.add(new Link(DhChain.FLANGE, Optional.empty(), List.of()));
    joints.add(joint(chain.flange(), Joint.Type.FIXED, 0, 0));
    return new RobotModel("panda", "0", links, joints, List.of());
  }

  /** Returns joint positions spread evenly between the limits. */
  public static JointVector random(RobotModel model, RandomGenerator random) {
    double[] q = new double[7];
    for (int i = 0; i < 7; i++) {
      q[i] = LOWER[i] + (UPPER[i] - LOWER[i]) * random.nextDouble();
    }
    return new JointVector(model.kinematicOrder(), q);
  }

  /** Returns the pose of the root link, at the origin of the world. */
  public static Pose base() {
    return Pose.identity(Pose.WORLD, "0");
  }

  private static Collider capsule(double[] c) {
    Vec3 from = Vec3.of(c, 0);
    Vec3 along = Vec3.of(c, 3).minus(from);
    return new Collider(
        "capsule",
        new Shape.Capsule(c[6], along.norm() / 2),
        from.plus(along.times(0.5)),
        Quat.between(Vec3.Z, along));
  }

  private static Joint joint(Pose pose, Joint.Type type, double lower, double upper) {
    return new Joint(
        "joint-" + pose.body(),
        type,
        pose.frame(),
        pose.body(),
        pose.position(),
        pose.rotation(),
        Vec3.Z,
        lower,
        upper,
        0,
        0,
        0);
  }
}
