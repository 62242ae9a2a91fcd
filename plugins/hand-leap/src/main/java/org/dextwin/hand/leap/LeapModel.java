package org.dextwin.hand.leap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;

/**
 * Writes the model of the right hand.
 *
 * <p>The frame of the palm is that of LEAP's URDF: x towards the fingertips, y from the ring finger
 * to the index finger, -z out of the palm. Every joint turns about -z of its link.
 *
 * <p>Places of the joints are those of MuJoCo Menagerie's {@code leap_hand}, which rounds LEAP's
 * URDF (leap-hand/LEAP_Hand_Sim, {@code robot.urdf}) to 0.1 mm; its right angles are exact here.
 * Centres of mass are Menagerie's, masses and moments of inertia those of the URDF; dry friction
 * and rotor inertia are Menagerie's. Limits are those of both; where they disagree, in the thumb,
 * the tighter one of each side holds. A link's shape is a few boxes about its servo and brackets; a
 * fingertip is a round rod whose ball ends where dexsuite's dex-urdf has the tip.
 */
final class LeapModel {

  private static final String PALM = "palm";

  private static final double FRICTION = 0.001;
  private static final double ARMATURE = 0.01;

  private static final double TIP_RADIUS = 0.012;

  /** A rod's axis turned from z to y. */
  private static final Quat ALONG_Y = Quat.aboutAxis(Vec3.X, -Math.PI / 2);

  private final List<Link> links = new ArrayList<>();
  private final List<Joint> joints = new ArrayList<>();
  private final List<Finger> fingers = new ArrayList<>();

  HandModel build() {
    addPalm();
    addFinger("index", new Vec3(-0.007, 0.023, -0.0187), 0.0361);
    addFinger("middle", new Vec3(-0.0071, -0.0224, -0.0187), 0.0361);
    addFinger("ring", new Vec3(-0.00709, -0.0678, -0.0187), 0.03609);
    addThumb();
    RobotModel robot =
        new RobotModel(
            LeapJoints.HAND,
            PALM,
            links,
            joints,
            LeapJoints.MOTOR.joints().stream().map(LeapServo::of).toList(),
            List.of(LeapJoints.MJCF, LeapJoints.ISAAC));
    // the wrist end of the palm, as dex-urdf has it
    Pose X_HM =
        new Pose(
            PALM,
            HandModel.MOUNT,
            new Vec3(-0.098, -0.038, 0),
            Quat.aboutAxis(Vec3.Y, Math.PI / 2));
    return new HandModel(robot, HandModel.Side.RIGHT, fingers, X_HM);
  }

  private void addPalm() {
    MassProperties mass =
        new MassProperties(
            0.237,
            new Vec3(-0.049542, -0.042914, -0.010227),
            new SymmetricMatrix3(
                3.54094e-4, 2.60915e-4, 5.29257e-4, -1.193e-6, -2.445e-6, -2.905e-6));
    links.add(
        new Link(
            PALM,
            Optional.of(mass),
            List.of(
                box("index-knuckle", -0.009, 0.008, -0.011, 0.011, 0.013, 0.017),
                box("middle-knuckle", -0.009, -0.037, -0.011, 0.011, 0.013, 0.017),
                box("ring-knuckle", -0.009, -0.082, -0.011, 0.011, 0.013, 0.017),
                box("front", -0.04, -0.034, -0.0115, 0.02, 0.058, 0.023),
                box("heel", -0.08, -0.055, -0.0115, 0.02, 0.028, 0.023),
                box("thumb-plate", -0.078, -0.003, 0.01, 0.022, 0.028, 0.002))));
  }

  private void addFinger(String finger, Vec3 p_HB, double pipToDip) {
    add(
        finger,
        PALM,
        new Part(
            "base",
            0.044,
            new Vec3(-0.022516, 0.033882, 0.016359),
            new SymmetricMatrix3(1.1499e-5, 7.796e-6, 1.4759e-5, 3.049e-6, 1.21e-7, 1.12e-7),
            List.of(
                box("bracket", 0, 0.008, 0.0145, 0.01, 0.013, 0.0175),
                box("servo", -0.0265, 0.0395, 0.0165, 0.0145, 0.0225, 0.0165))),
        new Mount("mcp", p_HB, new Quat(0.5, 0.5, 0.5, -0.5), -0.314, 2.23));
    add(
        finger,
        finger + "-base",
        new Part(
            "proximal",
            0.032,
            new Vec3(0.0075, -0.0002, -0.011),
            new SymmetricMatrix3(4.798e-6, 2.862e-6, 4.234e-6, 1.2e-8, 4e-9, 1.1e-8),
            List.of(box("servo", 0.0075, -0.0002, -0.011, 0.017, 0.013, 0.011))),
        new Mount(
            "rot",
            new Vec3(-0.0122, 0.0381, 0.0145),
            new Quat(0.5, -0.5, -0.5, 0.5),
            -1.047,
            1.047));
    add(
        finger,
        finger + "-proximal",
        new Part(
            "medial",
            0.037,
            new Vec3(0.0054215, -0.029148, 0.015),
            new SymmetricMatrix3(5.542e-6, 5.727e-6, 6.682e-6, -6.07e-7, -1.7e-8, -2.3e-8),
            List.of(
                box("bracket", 0, -0.009, 0.015, 0.01, 0.0145, 0.017),
                box("servo", 0.0075, -0.035, 0.015, 0.017, 0.0115, 0.013))),
        new Mount(
            "pip", new Vec3(0.015, 0.0143, -0.013), new Quat(0.5, 0.5, -0.5, 0.5), -0.506, 1.885));
    Vec3 tip = new Vec3(0, -0.036, 0.015);
    add(
        finger,
        finger + "-medial",
        new Part(
            "distal",
            0.016,
            new Vec3(-0.0008794, -0.027019, 0.014594),
            new SymmetricMatrix3(3.368e-6, 1.556e-6, 2.863e-6, 1.15e-7, 0, 0),
            List.of(box("bracket", 0, -0.0075, 0.0145, 0.01, 0.0125, 0.0175), tip(tip, 0.005))),
        new Mount("dip", new Vec3(0, -pipToDip, 0.0002), Quat.IDENTITY, -0.366, 2.042));
    fingers.add(
        new Finger(
            finger,
            jointsOf(finger, "mcp", "rot", "pip", "dip"),
            finger + "-distal",
            tip,
            TIP_RADIUS));
  }

  private void addThumb() {
    String thumb = "thumb";
    // the servo sits on the other side of its axis than in the fingers' proximal links; Menagerie
    // has its centre of mass on the fingers' side
    add(
        thumb,
        PALM,
        new Part(
            "metacarpal",
            0.032,
            new Vec3(-0.0075, -0.0002, -0.011),
            new SymmetricMatrix3(4.798e-6, 2.862e-6, 4.234e-6, 1.2e-8, 4e-9, 1.1e-8),
            List.of(box("servo", -0.0075, -0.0002, -0.011, 0.017, 0.013, 0.011))),
        new Mount(
            "cmc",
            new Vec3(-0.0693, -0.0012, -0.0216),
            Quat.aboutAxis(Vec3.Y, Math.PI / 2),
            -0.349,
            2.094));
    add(
        thumb,
        "thumb-metacarpal",
        new Part(
            "base",
            0.003,
            new Vec3(0, 0, -0.0070806),
            SymmetricMatrix3.diagonal(5.93e-7, 5.49e-7, 2.24e-7),
            List.of(box("bracket", 0, 0, -0.0115, 0.009, 0.017, 0.0115))),
        new Mount(
            "axl",
            new Vec3(0, 0.0143, -0.013),
            new Quat(0.5, 0.5, -0.5, 0.5),
            -0.349, // URDF: -0.47 to 2.443
            2.094));
    add(
        thumb,
        "thumb-base",
        new Part(
            "proximal",
            0.038,
            new Vec3(-0.0020593, 0.015912, -0.013733),
            new SymmetricMatrix3(8.474e-6, 3.841e-6, 7.679e-6, 2.41e-7, 2.6e-8, 2.5e-8),
            List.of(
                box("servo", -0.00425, 0.0115, -0.014, 0.01425, 0.0215, 0.0125),
                box("bracket", 0, 0.0405, -0.014, 0.01, 0.0115, 0.017))),
        new Mount(
            "mcp",
            new Vec3(0, 0.0145, -0.017),
            Quat.aboutAxis(Vec3.X, -Math.PI / 2),
            -0.47,
            1.9)); // URDF: -1.2 to 1.9, Menagerie: -0.47 to 2.443
    Vec3 tip = new Vec3(0, -0.048, -0.015);
    add(
        thumb,
        "thumb-proximal",
        new Part(
            "distal",
            0.049,
            new Vec3(0.00096191, -0.024203, -0.014419),
            new SymmetricMatrix3(2.0372e-5, 4.336e-6, 1.9845e-5, -4.89e-7, -3e-8, -9.7e-8),
            List.of(
                box("servo", 0.0045, -0.0105, -0.0145, 0.0145, 0.0205, 0.0145), tip(tip, 0.007))),
        new Mount("ipl", new Vec3(0, 0.0466, 0.0002), new Quat(0, 0, 0, 1), -1.34, 1.88));
    fingers.add(
        new Finger(
            thumb, jointsOf(thumb, "cmc", "axl", "mcp", "ipl"), "thumb-distal", tip, TIP_RADIUS));
  }

  /**
   * A rigid part of a finger.
   *
   * @param name name within the finger
   * @param mass mass [kg]
   * @param centerOfMass p_LC in the link
   * @param inertia about the centre of mass, expressed in the link [kg m^2]
   * @param colliders its shape
   */
  private record Part(
      String name,
      double mass,
      Vec3 centerOfMass,
      SymmetricMatrix3 inertia,
      List<Collider> colliders) {}

  /**
   * The joint that carries a part.
   *
   * @param name name within the finger
   * @param position p_PC in the parent link [m]
   * @param rotation R_PC at q = 0
   * @param lower smallest angle [rad]
   * @param upper largest angle [rad]
   */
  private record Mount(String name, Vec3 position, Quat rotation, double lower, double upper) {}

  private void add(String finger, String parent, Part part, Mount mount) {
    String link = finger + "-" + part.name();
    links.add(
        new Link(
            link,
            Optional.of(new MassProperties(part.mass(), part.centerOfMass(), part.inertia())),
            part.colliders()));
    joints.add(
        new Joint(
            finger + "-" + mount.name(),
            Joint.Type.REVOLUTE,
            parent,
            link,
            mount.position(),
            mount.rotation(),
            Vec3.Z.negated(),
            mount.lower(),
            mount.upper(),
            0,
            FRICTION,
            ARMATURE));
  }

  private static List<String> jointsOf(String finger, String... names) {
    return List.of(names).stream().map(name -> finger + "-" + name).toList();
  }

  private static Collider box(
      String name, double x, double y, double z, double halfX, double halfY, double halfZ) {
    return new Collider(name, new Shape.Box(halfX, halfY, halfZ), new Vec3(x, y, z), Quat.IDENTITY);
  }

  /** The rod along y whose ball is at the tip. */
  private static Collider tip(Vec3 ball, double halfRod) {
    return new Collider(
        "tip", new Shape.Capsule(TIP_RADIUS, halfRod), ball.plus(new Vec3(0, halfRod, 0)), ALONG_Y);
  }
}
