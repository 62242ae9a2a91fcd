package org.dextwin.hand.allegro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * Writes the model of one hand.
 *
 * <p>The frame of the palm is that of Wonik's URDF: x out of the palm, z towards the fingertips, y
 * from the middle finger to the index finger of a right hand. In a finger, z runs along the link
 * towards the tip and flexion turns about y.
 *
 * <p>Lengths, limits and masses are those of Wonik's URDF (package {@code allegro_hand_description}
 * of simlabrobotics/allegro_hand_ros_v4) as MuJoCo Menagerie's {@code wonik_allegro} gives them.
 * Links are boxes of the housings' cross section and length; a fingertip is a round rod that ends
 * in the tip's ball. Inertias are those of these shapes with the published masses.
 *
 * <p>The left hand is the right one reflected in the plane y = 0. A reflection turns rotations
 * about, so an axis a becomes -(a_x, -a_y, a_z) for equal angles to give reflected poses. Only the
 * side-to-side joints of index, middle and ring keep their axis, as on the real left hand: they
 * turn to +y for positive angles on both hands.
 */
final class AllegroModel {

  private static final String PALM = "palm";

  /** Half the cross section of a finger: its thickness and its width [m]. */
  private static final double HALF_THICKNESS = 0.0098;

  private static final double HALF_WIDTH = 0.01375;

  private static final double TIP_RADIUS = 0.012;
  private static final double TIP_MASS = 0.0168;

  private final HandModel.Side side;
  private final List<Link> links = new ArrayList<>();
  private final List<Joint> joints = new ArrayList<>();
  private final List<Finger> fingers = new ArrayList<>();

  AllegroModel(HandModel.Side side) {
    this.side = side;
  }

  HandModel build() {
    Collider palm = box("palm", new Vec3(-0.0093, 0, -0.0475), 0.0204, 0.0565, 0.0475);
    links.add(new Link(PALM, Optional.of(mass(palm, 0.4154)), List.of(palm)));
    Quat tilt = Quat.aboutAxis(Vec3.X, Math.toRadians(5));
    addFinger("index", new Vec3(0, 0.0435, -0.001542), tilt.inverse());
    addFinger("middle", new Vec3(0, 0, 0.0007), Quat.IDENTITY);
    addFinger("ring", new Vec3(0, -0.0435, -0.001542), tilt);
    addThumb();
    List<String> names = fingers.stream().flatMap(finger -> finger.joints().stream()).toList();
    RobotModel robot =
        new RobotModel(
            "allegro-" + (side == HandModel.Side.RIGHT ? "right" : "left"),
            PALM,
            links,
            joints,
            names.stream().map(AllegroServo::of).toList());
    // the wrist end of the palm
    Pose X_HM =
        new Pose(PALM, HandModel.MOUNT, new Vec3(palm.position().x(), 0, -0.095), Quat.IDENTITY);
    return new HandModel(robot, side, fingers, X_HM);
  }

  private void addFinger(String finger, Vec3 p_HB, Quat R_HB) {
    Segment[] segments = {
      new Segment("base", p_HB, R_HB, Vec3.Z, -0.47, 0.47, 0.0164, 0.0119),
      new Segment("proximal", along(0.0164), Quat.IDENTITY, Vec3.Y, -0.196, 1.61, 0.054, 0.065),
      new Segment("medial", along(0.054), Quat.IDENTITY, Vec3.Y, -0.174, 1.709, 0.0384, 0.0355),
      new Segment("distal", along(0.0384), Quat.IDENTITY, Vec3.Y, -0.227, 1.618, 0.016, 0.0096),
    };
    for (Segment segment : segments) {
      addSegment(finger, segment, segment.box(this));
    }
    addTip(finger, segments, 0.0267);
  }

  private void addThumb() {
    Segment[] segments = {
      new Segment(
          "base",
          new Vec3(-0.0182, 0.019333, -0.045987),
          Quat.normalizing(0.477714, -0.521334, -0.521334, -0.477714),
          Vec3.X.negated(),
          0.263,
          1.396,
          0.0455,
          0.0176),
      new Segment(
          "proximal",
          new Vec3(-0.027, 0.005, 0.0399),
          Quat.IDENTITY,
          Vec3.Z,
          -0.105,
          1.163,
          0.0177,
          0.0119),
      new Segment("medial", along(0.0177), Quat.IDENTITY, Vec3.Y, -0.189, 1.644, 0.0514, 0.038),
      new Segment("distal", along(0.0514), Quat.IDENTITY, Vec3.Y, -0.162, 1.719, 0.0314, 0.0388),
    };
    // the base joint's housing lies beside its axis
    addSegment(
        "thumb",
        segments[0],
        box("base", new Vec3(-0.0179, 0.009, 0.0145), 0.0179, 0.017, 0.02275));
    for (int i = 1; i < segments.length; i++) {
      addSegment("thumb", segments[i], segments[i].box(this));
    }
    addTip("thumb", segments, 0.0423);
  }

  private static Vec3 along(double z) {
    return new Vec3(0, 0, z);
  }

  /**
   * One link and the joint that carries it.
   *
   * @param name name within the finger
   * @param position p_PC in the parent link [m]
   * @param rotation R_PC at q = 0
   * @param axis axis of the joint, in the link
   * @param lower smallest angle [rad]
   * @param upper largest angle [rad]
   * @param length length of the housing along z [m]
   * @param mass mass, without the tip's [kg]
   */
  private record Segment(
      String name,
      Vec3 position,
      Quat rotation,
      Vec3 axis,
      double lower,
      double upper,
      double length,
      double mass) {

    Collider box(AllegroModel model) {
      return model.box(name, along(length / 2), HALF_THICKNESS, HALF_WIDTH, length / 2);
    }
  }

  private void addSegment(String finger, Segment segment, Collider housing) {
    String link = finger + "-" + segment.name();
    String parent = joints.isEmpty() || segment.name().equals("base") ? PALM : lastLink();
    links.add(new Link(link, Optional.of(mass(housing, segment.mass())), List.of(housing)));
    joints.add(
        new Joint(
            link + "-joint",
            Joint.Type.REVOLUTE,
            parent,
            link,
            sided(segment.position()),
            sided(segment.rotation()),
            sidedAxis(finger, segment),
            segment.lower(),
            segment.upper(),
            0,
            0,
            0));
  }

  private String lastLink() {
    return links.get(links.size() - 1).name();
  }

  /** Puts the round tip on the last link: a rod out of the housing that ends in the tip's ball. */
  private void addTip(String finger, Segment[] segments, double tipHeight) {
    Link distal = links.remove(links.size() - 1);
    double rodStart = segments[segments.length - 1].length() - HALF_THICKNESS;
    double halfRod = (tipHeight - rodStart) / 2;
    Collider tip =
        new Collider(
            "tip",
            new Shape.Capsule(TIP_RADIUS, halfRod),
            along(tipHeight - halfRod),
            Quat.IDENTITY);
    MassProperties mass = distal.mass().orElseThrow().plus(mass(tip, TIP_MASS));
    links.add(new Link(distal.name(), Optional.of(mass), List.of(distal.colliders().get(0), tip)));
    List<String> names =
        joints.subList(joints.size() - segments.length, joints.size()).stream()
            .map(Joint::name)
            .toList();
    fingers.add(new Finger(finger, names, distal.name(), along(tipHeight), TIP_RADIUS));
  }

  private Collider box(String name, Vec3 center, double halfX, double halfY, double halfZ) {
    return new Collider(name, new Shape.Box(halfX, halfY, halfZ), sided(center), Quat.IDENTITY);
  }

  private static MassProperties mass(Collider collider, double mass) {
    return SolidMass.of(collider.shape(), mass).inFrame(collider.position(), collider.rotation());
  }

  private Vec3 sided(Vec3 p) {
    return isRight() ? p : new Vec3(p.x(), -p.y(), p.z());
  }

  private Quat sided(Quat r) {
    return isRight() ? r : new Quat(r.w(), -r.x(), r.y(), -r.z());
  }

  private Vec3 sidedAxis(String finger, Segment segment) {
    boolean sideways = segment.name().equals("base") && !finger.equals("thumb");
    return isRight() || sideways ? segment.axis() : sided(segment.axis()).negated();
  }

  private boolean isRight() {
    return side == HandModel.Side.RIGHT;
  }
}
