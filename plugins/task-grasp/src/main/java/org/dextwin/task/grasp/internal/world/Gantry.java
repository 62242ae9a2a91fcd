package org.dextwin.task.grasp.internal.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.kinematics.ToolMount;

/**
 * A carrier of hands without an arm: three stiff slides along the axes of the world, as of a portal
 * robot, that hold the palm in a fixed rotation. It has no shape, so nothing touches it.
 */
final class Gantry {

  static final List<String> JOINTS = List.of("slide-x", "slide-y", "slide-z");

  private static final double REACH = 1;
  private static final double CARRIAGE = 1;

  /** A hand and what it holds, of about 2 kg, sag by less than 0.2 mm, damped near the critical. */
  private static final double KP = 1e5;

  private static final double KD = 1e3;
  private static final double FORCE = 1000;
  private static final double SPEED = 2;

  private Gantry() {}

  /**
   * Mounts a hand.
   *
   * @param hand the hand
   * @param palm R_WH of the palm
   * @return the slides, at zero with the palm's origin at the origin of the base, and the hand
   */
  static ArmModel carrying(HandModel hand, Quat palm) {
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    List<Actuator> motors = new ArrayList<>();
    links.add(new Link("portal", Optional.empty(), List.of()));
    Vec3[] axes = {Vec3.X, Vec3.Y, Vec3.Z};
    String parent = "portal";
    for (int k = 0; k < axes.length; k++) {
      String slide = JOINTS.get(k);
      String carriage = "carriage-" + slide.substring(slide.length() - 1);
      double moment = CARRIAGE * 1e-3;
      links.add(
          new Link(
              carriage,
              Optional.of(
                  new MassProperties(
                      CARRIAGE, Vec3.ZERO, SymmetricMatrix3.diagonal(moment, moment, moment))),
              List.of()));
      joints.add(
          new Joint(
              slide,
              Joint.Type.PRISMATIC,
              parent,
              carriage,
              Vec3.ZERO,
              Quat.IDENTITY,
              axes[k],
              -REACH,
              REACH,
              0,
              0,
              0));
      motors.add(new Actuator(slide + "-servo", slide, KP, KD, FORCE, SPEED));
      parent = carriage;
    }
    ArmModel slides =
        new ArmModel(new RobotModel("gantry", "portal", links, joints, motors), parent);
    Pose X_FH = new Pose(parent, hand.robot().root(), Vec3.ZERO, palm);
    return ToolMount.mount(slides, hand, X_FH.times(hand.mount()));
  }
}
